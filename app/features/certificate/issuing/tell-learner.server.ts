import type { z } from "zod";
import type { Tx } from "#app/platform/db/client.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import type { MailKind } from "#app/platform/mail/declare-mail.ts";

/** Adds a mail to a learner in her language; none where she is gone or suspended. */
export async function tellLearner<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  kind: MailKind<Values>,
  { userId, values }: { userId: string | null; values: z.input<Values> },
): Promise<void> {
  if (userId === null) return;
  const select = { email: true, locale: true, suspendedAt: true } as const;
  const person = await tx.user.findUnique({ where: { id: userId }, select });
  if (!person || person.suspendedAt) return;
  const locale = isLocale(person.locale) ? person.locale : defaultLocale;
  await addMail(tx, kind, { to: person.email, locale, values });
}
