import type { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";

type Reader = { timeZone: string | null; calendar: CalendarChoice; digits: DigitsChoice };

/** How somebody reads dates and numbers, as mails are given it. */
export const formatsOf = ({ timeZone, calendar, digits }: Reader) => ({
  timeZone: timeZone ?? "UTC",
  calendar,
  digits,
});

/** Adds a mail to each admin, in her language and with her dates. */
export async function tellAdmins<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  kind: MailKind<Values>,
  valuesFor: (formats: ReturnType<typeof formatsOf>) => z.input<Values>,
): Promise<void> {
  const admins = await tx.user.findMany({
    where: { role: "admin", suspendedAt: null },
    select: { email: true, locale: true, timeZone: true, calendar: true, digits: true },
  });
  for (const { email, locale, ...reader } of admins) {
    const values = valuesFor(formatsOf(reader));
    await addMail(tx, kind, { to: email, locale: isLocale(locale) ? locale : defaultLocale, values });
  }
}
