import { writeNotice } from "#app/features/notification/write-notice.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { sendNow } from "#app/platform/mail/send-mail.server.ts";
import { authorName, authorSelect } from "./message-author.ts";
import { tellRecipientJob } from "./message-jobs.ts";
import { courseMessageMail } from "./message-mail.ts";

/**
 * Makes what sends a message to one learner in her language, and writes down whether it could. Whoever has given up her
 * place meanwhile, or may not sign in, is not written to.
 */
export function tellRecipientHandler(options: { smtpUrl?: string } = {}): JobHandler {
  return jobHandler(tellRecipientJob, async ({ db, clock }, where) => {
    const recipient = await findWaiting(db, where);
    if (!recipient) return;
    const note = (data: { sentAt: Date; failedAt: null } | { failedAt: Date }) =>
      db.courseMessageRecipient.updateMany({ where, data });
    const { message, user, reachable } = recipient;
    if (!reachable) return void (await note({ failedAt: clock.now() }));
    const locale = isLocale(user.locale) ? user.locale : defaultLocale;
    const { course, author, subject, body } = message;
    const titles = Object.fromEntries(course.texts.map((text) => [localeSchema.parse(text.locale), text.title]));
    const { messageId } = where;
    const values = { course: course.slug, titles, author: authorName(author, locale), subject, body, messageId };
    const now = clock.now();
    const notice = { kind: courseMessageMail, userId: user.id, values, key: `course-message:${messageId}`, now };
    const written = await writeNotice(db, notice);
    // Who wants no mail of its own has it in her list or her digest.
    if (written?.mail !== "now") return void (await note({ sentAt: now, failedAt: null }));
    if (written.notBefore) return addLater(db, where, written.notBefore);
    const mail = { kind: courseMessageMail, to: user.email, locale, userId: user.id, values };
    try {
      if ((await sendNow(db, mail, options)) === "withheld") return void (await note({ failedAt: now }));
    } catch (error) {
      await note({ failedAt: clock.now() });
      throw error;
    }
    await note({ sentAt: clock.now(), failedAt: null });
  });
}

/** Her night: the mail goes out after it. */
async function addLater(db: Db, where: { messageId: string; enrolmentId: string }, runAt: Date): Promise<void> {
  await addJob(db, tellRecipientJob, where, { runAt });
}

async function findWaiting(db: Db, { messageId, enrolmentId }: { messageId: string; enrolmentId: string }) {
  const found = await db.courseMessageRecipient.findUnique({
    where: { messageId_enrolmentId: { messageId, enrolmentId } },
    select: {
      sentAt: true,
      message: {
        select: {
          ...{ subject: true, body: true, author: { select: authorSelect } },
          course: { select: { slug: true, deletedAt: true, texts: { select: { locale: true, title: true } } } },
        },
      },
      enrolment: {
        select: { state: true, user: { select: { id: true, email: true, locale: true, suspendedAt: true } } },
      },
    },
  });
  if (!found || found.sentAt) return undefined;
  const { user, state } = found.enrolment;
  const reachable = state === "active" && user.suspendedAt === null && found.message.course.deletedAt === null;
  return { message: found.message, user, reachable };
}
