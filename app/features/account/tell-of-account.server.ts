import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { accountNoticeMail } from "./mail/account-mails.ts";

type What = z.input<typeof accountNoticeMail.values>["what"];

/** Tells a person what was done to her account. `to` is the address that she had, where she has another now. */
export async function tellOfAccount(
  db: DbOrTx,
  { userId, what, email, to, locale }: { userId: string; what: What; email?: string; to?: string; locale: Locale },
): Promise<void> {
  await notify(db, { kind: accountNoticeMail, userId, values: { what, email }, key: randomUUID(), locale, to });
}
