import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openManagedCourse } from "../ending/open-managed-course.server.ts";
import { instructorRefused } from "./instructor-errors.ts";

type Context = Pick<PersonContext, "db" | "actor" | "requestId">;
type Of = { course: string; instructor: string; reason: string };

/** With the course's row locked, what one of those who teach it is there. Throws 404 where she does not. */
async function change<Done>(
  ctx: Context,
  { course, instructor }: Omit<Of, "reason">,
  work: (tx: Tx, found: { courseId: string; role: "owner" | "teacher" | "assistant" }) => Promise<Done>,
): Promise<Done> {
  return inTransaction(ctx.db, async (tx) => {
    const { id: courseId, instructors } = await openManagedCourse({ db: tx, actor: ctx.actor }, { course });
    const held = instructors.find(({ instructorId }) => instructorId === instructor);
    if (!held) throw notFound();
    return work(tx, { courseId, role: held.role });
  });
}

const keyOf = (courseId: string, instructorId: string) => ({ courseId_instructorId: { courseId, instructorId } });

/** Gives one of those who teach a course another role. Throws 404, and `ownerStays` for the owner. */
export async function changeInstructorRole(ctx: Context, input: Of & { role: "teacher" | "assistant" }): Promise<void> {
  const { instructor, role, reason } = input;
  await change(ctx, input, async (tx, { courseId, role: before }) => {
    if (before === "owner") throw instructorRefused("ownerStays");
    if (before === role) return;
    await tx.courseInstructor.update({ where: keyOf(courseId, instructor), data: { role } });
    const act = { action: "instructor.changeRole", subjectType: "course", subjectId: courseId, reason };
    await writeAuditEntry(tx, ctx, { ...act, before: { instructor, role: before }, after: { instructor, role } });
  });
}

/** Somebody teaches a course no more. Throws 404, and `ownerStays` for the owner: a course is never without one. */
export async function removeInstructor(ctx: Context, input: Of): Promise<void> {
  const { instructor, reason } = input;
  await change(ctx, input, async (tx, { courseId, role }) => {
    if (role === "owner") throw instructorRefused("ownerStays");
    await tx.courseInstructor.delete({ where: keyOf(courseId, instructor) });
    const act = { action: "instructor.remove", subjectType: "course", subjectId: courseId, reason };
    await writeAuditEntry(tx, ctx, { ...act, before: { instructor, role } });
  });
}

/** Makes another of those who teach a course its owner; who owned it teaches it from then on. Throws 404. */
export async function handOverCourse(ctx: Context, input: Of): Promise<void> {
  const { instructor, reason } = input;
  await change(ctx, input, async (tx, { courseId, role }) => {
    if (role === "owner") return;
    const owners = await tx.courseInstructor.findMany({
      where: { courseId, role: "owner" },
      select: { instructorId: true },
    });
    await tx.courseInstructor.updateMany({ where: { courseId, role: "owner" }, data: { role: "teacher" } });
    await tx.courseInstructor.update({ where: keyOf(courseId, instructor), data: { role: "owner" } });
    const act = { action: "course.handOver", subjectType: "course", subjectId: courseId, reason };
    const before = { owner: owners[0]?.instructorId ?? null };
    await writeAuditEntry(tx, ctx, { ...act, before, after: { owner: instructor } });
  });
}
