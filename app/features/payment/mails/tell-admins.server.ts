import type { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { CalendarChoice, DigitsChoice } from "#app/platform/db/generated/enums.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";
import { readerZone } from "#app/platform/site/reader-zone.server.ts";

type Reader = { timeZone: string | null; calendar: CalendarChoice; digits: DigitsChoice };

/** How somebody reads dates and numbers, as mails are given it; by the academy's clocks where she chose no zone. */
export const formatsOf = async (tx: Tx, { timeZone, calendar, digits }: Reader) => ({
  timeZone: await readerZone(tx, { timeZone }),
  calendar,
  digits,
});

/** Adds a mail to each admin, in her language and with her dates. */
export async function tellAdmins<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  kind: MailKind<Values>,
  valuesFor: (formats: Awaited<ReturnType<typeof formatsOf>>) => z.input<Values>,
): Promise<void> {
  const admins = await tx.user.findMany({
    where: { role: "admin", suspendedAt: null },
    select: { email: true, locale: true, timeZone: true, calendar: true, digits: true },
  });
  for (const { email, locale, ...reader } of admins) {
    const values = valuesFor(await formatsOf(tx, reader));
    await addMail(tx, kind, { to: email, locale: isLocale(locale) ? locale : defaultLocale, values });
  }
}
