import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { purgeDay } from "./grace.ts";
import { openManagedCourse } from "./open-managed-course.server.ts";
import { purgeCourseJob } from "./purge-course-job.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;

/**
 * Hides a course at once from everybody but those who may put it back; after the days of grace a job removes it with
 * all that its learners did in it. One for which certificates were issued is hidden and kept. `typed` must be its slug.
 * Only for its owner and admins; throws 404 to others, and `notTyped`.
 */
export async function deleteCourse(ctx: Context, input: { course: string; typed: string }): Promise<void> {
  const now = ctx.clock.now();
  await inTransaction(ctx.db, async (tx) => {
    const { id, slug, state } = await openManagedCourse({ db: tx, actor: ctx.actor }, input);
    if (input.typed.trim().toLowerCase() !== slug) {
      throw new ExpectedError({ code: "notTyped", messageKey: "course-settings:errors.notTyped", status: 422 });
    }
    await tx.course.update({ where: { id }, data: { state: "archived", stateBefore: state, deletedAt: now } });
    await addJob(tx, purgeCourseJob, { courseId: id }, { key: `purge-course-${id}`, runAt: purgeDay(now) });
    const act = { action: "course.delete", subjectType: "course", subjectId: id };
    await writePlainEntry(tx, ctx, { ...act, before: { slug, state } });
  });
}

/** Makes a deleted course what it was. Only for its owner and admins; throws 404 to others, and once it is gone. */
export async function putBackCourse(ctx: Context, input: { course: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const course = await openManagedCourse({ db: tx, actor: ctx.actor }, { ...input, deleted: true });
    const { id, slug, stateBefore } = course;
    const state = stateBefore ?? "archived";
    await tx.course.update({ where: { id }, data: { state, stateBefore: null, deletedAt: null } });
    const act = { action: "course.putBack", subjectType: "course", subjectId: id };
    await writePlainEntry(tx, ctx, { ...act, after: { slug, state } });
  });
}
