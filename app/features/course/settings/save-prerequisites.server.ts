import type { Tx } from "#app/platform/db/client.server.ts";
import { changeSettings, type SettingsContext } from "./change-settings.server.ts";
import { coursesToDemand } from "./find-course-settings.server.ts";
import { settingsRefused } from "./settings-refused.ts";

/** Any number: two who demand each other's courses at once must not make a circle together. */
const CIRCLE_LOCK = 7_307_004;

type Of = { course: string; prerequisite: string };

/** Demands that another course be finished before this one is begun. Throws 404, `noCourse` and `circle`. */
export async function addPrerequisite(ctx: SettingsContext, { course, prerequisite }: Of): Promise<void> {
  await changeSettings(ctx, { course }, async (tx, { id: courseId }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${CIRCLE_LOCK}::bigint)`;
    const where = { slug: prerequisite, ...coursesToDemand(ctx.actor) };
    const required = await tx.course.findFirst({ where, select: { id: true } });
    if (!required) throw settingsRefused("noCourse");
    if (await leadsTo(tx, { from: required.id, to: courseId })) throw settingsRefused("circle");
    const data = { courseId, requiredCourseId: required.id };
    await tx.prerequisite.upsert({ where: { courseId_requiredCourseId: data }, create: data, update: {} });
  });
}

/** Demands it no more. One that is not demanded is a success. Throws 404. */
export async function removePrerequisite(ctx: SettingsContext, { course, prerequisite }: Of): Promise<void> {
  await changeSettings(ctx, { course }, (tx, { id: courseId }) =>
    tx.prerequisite.deleteMany({ where: { courseId, requiredCourse: { slug: prerequisite } } }),
  );
}

/** Whether `to` is among the courses that `from` demands, at any distance. */
async function leadsTo(tx: Tx, { from, to }: { from: string; to: string }): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE demanded AS (
      SELECT ${from}::uuid AS "id"
      UNION SELECT p."requiredCourseId" FROM "Prerequisite" p JOIN demanded d ON p."courseId" = d."id"
    ) SELECT 1 FROM demanded WHERE "id" = ${to}::uuid`;
  return rows.length > 0;
}
