import { addJobs } from "#app/platform/jobs/add-job.server.ts";
import { jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { spreadMessageJob, tellRecipientJob } from "./message-jobs.ts";

const AT_ONCE = 500;

/**
 * Adds the mails of a message, some hundreds in a statement. What a process that was killed left is gone on with: each
 * learner has one mail waiting at a time, and to whom the message went none is added.
 */
export const spreadMessageHandler = jobHandler(spreadMessageJob, async ({ db }, { messageId }) => {
  for (let last: string | undefined; ; ) {
    const waiting = await db.courseMessageRecipient.findMany({
      where: { messageId, sentAt: null, enrolmentId: { gt: last } },
      orderBy: { enrolmentId: "asc" },
      take: AT_ONCE,
      select: { enrolmentId: true },
    });
    if (waiting.length === 0) return;
    const jobs = waiting.map(({ enrolmentId }) => ({
      payload: { messageId, enrolmentId },
      key: `course-message:${messageId}:${enrolmentId}`,
    }));
    await addJobs(db, tellRecipientJob, jobs);
    last = waiting.at(-1)?.enrolmentId;
  }
});
