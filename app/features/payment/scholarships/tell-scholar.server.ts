import type { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";
import type { scholarValues } from "./scholarship-mails.ts";

type Scholar = z.input<typeof scholarValues>;

/**
 * Mails a learner, in her language, about her scholarship; `values` says what the mail is given beside the course. A
 * suspended person is told nothing.
 */
export async function tellScholar<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  mail: MailKind<Values>,
  { scholarshipId, values }: { scholarshipId: string; values: (scholar: Scholar) => z.input<Values> },
): Promise<void> {
  const { user, course } = await tx.scholarship.findUniqueOrThrow({
    where: { id: scholarshipId },
    select: {
      user: { select: { email: true, locale: true, suspendedAt: true } },
      course: { select: { slug: true, texts: { select: { locale: true, title: true } } } },
    },
  });
  if (user.suspendedAt) return;
  const titles = Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title]));
  const locale = isLocale(user.locale) ? user.locale : defaultLocale;
  await addMail(tx, mail, { to: user.email, locale, values: values({ course: course.slug, titles }) });
}
