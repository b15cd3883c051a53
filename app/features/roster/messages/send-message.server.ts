import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { countTry, forgiveTry, type RateRule } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { openRoster } from "../open-roster.server.ts";
import type { Audience } from "./audience.ts";
import { recipientsOf } from "./count-recipients.server.ts";
import { messageRefused } from "./message-errors.ts";
import { spreadMessageJob } from "./message-jobs.ts";
import type { MessageText } from "./message-schema.ts";

const DAY = 86_400;
/** For one course: to many learners, and to one. */
const toMany: RateRule = { name: "course-messages", points: 20, seconds: DAY };
const toOne: RateRule = { name: "course-messages-one", points: 200, seconds: DAY };

type Message = MessageText & { audience: Audience; formId: string; confirmed: number };

/**
 * Writes to learners of a course: each is sent a mail by jobs, and finds the message on her page of the course. A form
 * that is sent again is a success and sends nothing. Throws 404 where the actor holds no role in the course; `nobody`;
 * `changed` with the `count` where it would go to another number of learners than was confirmed; `tooManyToday`.
 */
export async function sendMessage(
  ctx: PersonContext,
  { course: slug, ...message }: { course: string } & Message,
): Promise<{ messageId: string; recipients: number }> {
  const { id: courseId } = await openRoster(ctx, { course: slug });
  const sent = await findSent(ctx.db, { courseId, formId: message.formId });
  if (sent) return sent;
  const rule = message.audience.kind === "learner" ? toOne : toMany;
  await countMessage(ctx, { rule, courseId });
  try {
    return await inTransaction(ctx.db, (tx) => writeMessage(tx, ctx, { courseId, message }));
  } catch (error) {
    await forgiveTry({ db: ctx.db, rule, key: courseId });
    const raced = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    const first = raced && (await findSent(ctx.db, { courseId, formId: message.formId }));
    if (first) return first;
    throw error;
  }
}

async function findSent(db: PersonContext["db"], form: { courseId: string; formId: string }) {
  const select = { id: true, recipients: true } as const;
  const sent = await db.courseMessage.findUnique({ where: { courseId_formId: form }, select });
  return sent && { messageId: sent.id, recipients: sent.recipients };
}

async function countMessage({ db }: PersonContext, { rule, courseId }: { rule: RateRule; courseId: string }) {
  try {
    await countTry({ db, rule, key: courseId });
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 429)
      throw messageRefused("tooManyToday", { most: rule.points });
    throw error;
  }
}

async function writeMessage(
  tx: Tx,
  ctx: PersonContext,
  { courseId, message }: { courseId: string; message: Message },
): Promise<{ messageId: string; recipients: number }> {
  const { subject, body, formId, audience, confirmed } = message;
  const now = ctx.clock.now();
  const { id: messageId } = await tx.courseMessage.create({
    data: {
      ...{ courseId, authorId: ctx.actor.id, subject, body, formId, createdAt: now, recipients: confirmed },
      audience: audience.kind,
      cohortId: audience.kind === "cohort" ? audience.cohortId : null,
      ...(audience.kind === "filtered" ? { filters: { ...audience.filters } } : {}),
    },
    select: { id: true },
  });
  const recipients = await tx.$executeRaw`
    WITH ${recipientsOf({ courseId, audience, now })}
    INSERT INTO "CourseMessageRecipient" ("messageId", "enrolmentId") SELECT ${messageId}::uuid, "id" FROM "recipient"`;
  if (recipients === 0) throw messageRefused("nobody");
  if (recipients !== confirmed) throw messageRefused("changed", { count: recipients });
  await addJob(tx, spreadMessageJob, { messageId });
  const entry = { action: "courseMessage.send", subjectType: "course", subjectId: courseId };
  await writePlainEntry(tx, ctx, { ...entry, after: { message: messageId, audience, recipients } });
  return { messageId, recipients };
}
