import type { Tx } from "#app/platform/db/client.server.ts";
import { firstFree, reservedCourseSlugs } from "./course-slug.ts";

/** Any number: what matters is that whoever chooses a slug or handle takes the same one. */
const NAMING_LOCK = 7_307_003;

/**
 * A slug that no course has or had, `wanted` or the next one to it. Until the transaction ends nobody else is given
 * one.
 */
export async function freeCourseSlug(tx: Tx, wanted: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${NAMING_LOCK}::bigint)`;
  const like = { slug: { startsWith: wanted } };
  const [held, former] = await Promise.all([
    tx.course.findMany({ where: like, select: { slug: true } }),
    tx.courseFormerSlug.findMany({ where: like, select: { slug: true } }),
  ]);
  return firstFree(wanted, new Set([...reservedCourseSlugs, ...[...held, ...former].map(({ slug }) => slug)]));
}

/** A handle that no instructor has. */
export async function freeHandle(tx: Tx, wanted: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${NAMING_LOCK}::bigint)`;
  const held = await tx.instructor.findMany({ where: { handle: { startsWith: wanted } }, select: { handle: true } });
  return firstFree(wanted, new Set(held.map(({ handle }) => handle)));
}
