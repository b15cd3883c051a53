import type { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";
import type { placeValues } from "./tending-mails.ts";

type Course = z.input<typeof placeValues>;

/**
 * Mails a learner, in her language, about her place in a course; `values` says what the mail is given beside the course
 * and how she wants moments to be written. A suspended person is told nothing.
 */
export async function mailAboutPlace<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  mail: MailKind<Values>,
  { enrolmentId, values }: { enrolmentId: string; values: (place: Course) => z.input<Values> },
): Promise<void> {
  const { user, course } = await tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: {
      user: {
        select: { email: true, locale: true, suspendedAt: true, timeZone: true, calendar: true, digits: true },
      },
      course: { select: { slug: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  if (user.suspendedAt) return;
  const place: Course = {
    course: course.slug,
    titles: Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title])),
    formats: { timeZone: user.timeZone ?? "UTC", calendar: user.calendar, digits: user.digits },
  };
  const locale = isLocale(user.locale) ? user.locale : defaultLocale;
  await addMail(tx, mail, { to: user.email, locale, values: values(place) });
}
