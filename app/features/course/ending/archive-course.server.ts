import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openManagedCourse } from "./open-managed-course.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "requestId">;

/**
 * Takes a course out of the catalogue: nobody new may enrol, and those who have a place keep it. One that is archived
 * stays so. Only for its owner and admins; throws 404 to others.
 */
export async function archiveCourse(ctx: Context, input: { course: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { id, slug, state } = await openManagedCourse({ db: tx, actor: ctx.actor }, input);
    if (state === "archived") return;
    await tx.course.update({ where: { id }, data: { state: "archived", stateBefore: state } });
    await writePlainEntry(tx, ctx, { ...on(id), action: "course.archive", before: { slug, state } });
  });
}

/** Makes an archived course what it was before. Only for its owner and admins; throws 404 to others. */
export async function unarchiveCourse(ctx: Context, input: { course: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const course = await openManagedCourse({ db: tx, actor: ctx.actor }, input);
    const { id, slug, currentReleaseId } = course;
    if (course.state !== "archived") return;
    // One that was archived twice over, by deleting it, no longer knows what it was before the first time.
    const state = course.stateBefore ?? (currentReleaseId ? "published" : "draft");
    await tx.course.update({ where: { id }, data: { state, stateBefore: null } });
    await writePlainEntry(tx, ctx, { ...on(id), action: "course.unarchive", after: { slug, state } });
  });
}

const on = (subjectId: string) => ({ subjectType: "course", subjectId });
