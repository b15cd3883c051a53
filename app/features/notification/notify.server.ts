import type { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import { letterLocale, type Notice, writeNotice } from "./write-notice.server.ts";

/**
 * Tells a person of something, in the same transaction as what she is told of: in her list and, as she chose, by mail
 * at once, in her digest, or not by mail. The same key tells her once. A suspended person is told nothing. `locale`
 * is the language for who has chosen none; `to` another address than hers, such as the one that she had.
 */
export async function notify<Values extends z.ZodType<Record<string, unknown>>>(
  db: DbOrTx,
  notice: Notice<Values> & { locale?: Locale; to?: string },
): Promise<void> {
  const written = await writeNotice(db, notice);
  if (!written?.fresh || written.mail !== "now") return;
  const { kind, userId, values } = notice;
  const locale = letterLocale(written, notice.locale);
  await addMail(db, kind, { to: notice.to ?? written.to, locale, values, userId, runAt: written.notBefore });
}
