import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canPutBack } from "../enrolment-access.ts";
import { enrolmentRefused } from "../enrolment-errors.ts";
import { freeSeat, takeSeat } from "../seats.server.ts";
import { openPlace } from "./open-place.server.ts";
import { tellAboutPlace } from "./tell-about-place.server.ts";
import { putBackMail, takenOutMail } from "./tending-mails.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;
type Act = { course: string; enrolmentId: string; reason: string };

/**
 * Takes a learner out of a course, as if she had left it, and frees her seat. Progress, release and cohort are kept for
 * when she comes back. Written to the audit log, and told to her by mail, both with the reason. Taking out who is out
 * changes nothing. Throws 404 for who may not tend the course's learners, and where it has no such place.
 */
export async function takeOutLearner(ctx: Context, input: Act): Promise<void> {
  const { id, courseId } = await openPlace(ctx, input);
  await inTransaction(ctx.db, async (tx) => {
    const changed = await tx.enrolment.updateManyAndReturn({
      where: { id, state: "active" },
      data: { state: "withdrawn", withdrawnAt: ctx.clock.now() },
      select: { cohortId: true },
    });
    const [out] = changed;
    if (!out) return;
    await freeSeat(tx, { courseId, cohortId: out.cohortId });
    await writeAuditEntry(tx, ctx, { ...actOn(id, input.reason), action: "enrolment.takeOut" });
    await tellAboutPlace(tx, takenOutMail, {
      enrolmentId: id,
      values: (place) => ({ ...place, reason: input.reason }),
    });
  });
}

/**
 * Gives a learner who left a course, or was taken out of it, her place back, with her cohort, release and progress, and
 * takes a seat for it; whether enrolment is open, paid or asks for other courses is not asked again. Written down and
 * told as `takeOutLearner` does. A place that was taken back with a refund or a dispute is opened by admins alone. Throws
 * `takenBack`, `notPublished`, `full` and `cohortFull`, and 404 likewise.
 */
export async function putBackLearner(ctx: Context, input: Act): Promise<void> {
  const { id, courseId, courseState } = await openPlace(ctx, input);
  await inTransaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Enrolment" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    const back = await tx.enrolment.findFirst({
      where: { id, state: "withdrawn" },
      select: { cohortId: true, revokedAt: true },
    });
    if (!back) return;
    if (!canPutBack(ctx.actor, back)) throw enrolmentRefused("takenBack");
    await tx.enrolment.update({
      where: { id },
      data: { state: "active", withdrawnAt: null, revokedAt: null },
    });
    if (courseState !== "published") throw enrolmentRefused("notPublished");
    await takeSeat(tx, { courseId, cohortId: back.cohortId });
    const before = back.revokedAt ? { before: { revokedAt: back.revokedAt.toISOString() } } : {};
    await writeAuditEntry(tx, ctx, { ...actOn(id, input.reason), ...before, action: "enrolment.putBack" });
    await tellAboutPlace(tx, putBackMail, { enrolmentId: id, values: (place) => ({ ...place, reason: input.reason }) });
  });
}

const actOn = (subjectId: string, reason: string) => ({ subjectType: "enrolment", subjectId, reason });
