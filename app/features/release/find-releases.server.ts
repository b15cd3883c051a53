import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

const PAGE = 30;

export type ListedRelease = {
  number: number;
  createdAt: Date;
  /** Who made it; null where it came with a package, or she has left. */
  by: string | null;
  /** By language; null where nothing was written. */
  notes: Translated | null;
  bringsBack: number | null;
  lessons: number;
  /** Learners whose place is pinned to it. */
  learners: number;
  isCurrent: boolean;
  /** Whether learners see just what it holds, be it by another number. */
  isShown: boolean;
};

/** The releases of a course, newest first, a page at a time. Asks nobody's permission. */
export async function unsafeFindReleases(
  db: DbOrTx,
  { courseId, before }: { courseId: string; before?: number },
): Promise<{ releases: ListedRelease[]; next: number | undefined }> {
  const course = await db.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { currentRelease: { select: { id: true, sha256: true } } },
  });
  const found = await db.release.findMany({
    where: { courseId, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: PAGE + 1,
    select: {
      ...{ id: true, number: true, createdAt: true, notes: true, bringsBack: true, sha256: true },
      createdBy: { select: { name: true } },
      _count: { select: { lessons: true, enrolments: true } },
    },
  });
  const { currentRelease } = course;
  const releases = found.slice(0, PAGE).map(({ id, sha256, createdBy, _count, ...release }) => ({
    ...release,
    notes: release.notes === null ? null : translatedSchema.parse(release.notes),
    by: createdBy?.name ?? null,
    lessons: _count.lessons,
    learners: _count.enrolments,
    isCurrent: id === currentRelease?.id,
    isShown: sha256 === currentRelease?.sha256,
  }));
  return { releases, next: found.length > PAGE ? releases.at(-1)?.number : undefined };
}
