import type { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { NoticeMail, Prisma } from "#app/platform/db/generated/client.ts";
import { defaultLocale, isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import type { NoticeMailKind } from "#app/platform/mail/declare-mail.ts";
import { alwaysTold } from "#app/platform/mail/optional-mail.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";
import { digestKey, sendDigestJob } from "./notice-jobs.ts";
import { choiceFor } from "./notice-kinds.ts";
import { afterQuiet, nextDigestAt, usualTimes } from "./notice-times.ts";

export type Notice<Values extends z.ZodType> = {
  kind: NoticeMailKind<Values>;
  userId: string;
  values: z.input<Values>;
  /** What she is told of, unlike all else that she is told; told of it twice, she is told once. */
  key: string;
  /** Told even while she is suspended: what became of her money. */
  evenSuspended?: boolean;
  /** For her digest and quiet hours. */
  now?: Date;
};

export type Written = {
  /** Whether she had not been told before. */
  fresh: boolean;
  mail: NoticeMail;
  /** Not before this, for it is her night. */
  notBefore: Date | undefined;
  to: string;
  locale: Locale | undefined;
};

const reader = (kind: NoticeMailKind["about"]) =>
  ({
    email: true,
    locale: true,
    timeZone: true,
    suspendedAt: true,
    noticePreferences: { where: { kind }, select: { shown: true, mail: true } },
    noticeTimes: true,
  }) satisfies Prisma.UserSelect;

/**
 * Puts a notice into a person's list, or leaves it to her digest, as she chose, and says what is to become of the mail:
 * for who sends it by other means than `notify`. Undefined for somebody who is gone or suspended.
 */
export async function writeNotice<Values extends z.ZodType<Record<string, unknown>>>(
  db: DbOrTx,
  { kind, userId, values, key, now = new Date(), evenSuspended = false }: Notice<Values>,
): Promise<Written | undefined> {
  const person = await db.user.findUnique({ where: { id: userId }, select: reader(kind.about) });
  if (!person || (person.suspendedAt && !evenSuspended)) return undefined;
  const { email: to, locale } = person;
  const { shown, mail } = choiceFor(kind.about, person.noticePreferences[0]);
  const times = person.noticeTimes ?? usualTimes;
  const timeZone = await readerZone(db, person);
  const digestDue = mail === "digest" && !times.digestOff;
  const made = await db.notification.createMany({
    data: {
      userId,
      kind: kind.about,
      mail: kind.name,
      values: toJson(kind.values.parse(values)),
      key,
      shown,
      digestDue,
      createdAt: now,
    },
    skipDuplicates: true,
  });
  const fresh = made.count > 0;
  if (fresh && digestDue) {
    const runAt = nextDigestAt(times, { now, timeZone });
    await addJob(db, sendDigestJob, { userId }, { key: digestKey(userId), runAt });
  }
  const notBefore = alwaysTold.includes(kind.about) ? undefined : afterQuiet(times, { now, timeZone });
  return { fresh, mail, notBefore, to, locale: isLocale(locale) ? locale : undefined };
}

/** As JSON keeps it: what is undefined is left out. */
function toJson(values: Record<string, unknown>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(values));
}

/** The language of a letter: hers, else that of the page she is on. */
export const letterLocale = (written: Written, page?: Locale): Locale => written.locale ?? page ?? defaultLocale;
