import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { addJob } from "#app/platform/jobs/add-job.server.ts";
import type { MailKind } from "./declare-mail.ts";

export const sendMail = {
  name: "send-mail",
  payload: z.object({
    mail: z.string(),
    to: z.email(),
    locale: localeSchema,
    values: z.record(z.string(), z.unknown()),
    /** Whose choice it is to get it; the mail then holds the way to have no more of its kind. */
    userId: z.uuid().optional(),
  }),
};

/**
 * Adds a mail in the same transaction as the write that needs it; it is written and sent by a job. `userId` is given
 * where a person may choose not to get it, `runAt` where it is to go out later. With `key` it waits only once.
 */
export async function addMail<Values extends z.ZodType<Record<string, unknown>>>(
  db: DbOrTx,
  kind: MailKind<Values>,
  given: { to: string; locale: Locale; values: z.input<Values>; userId?: string; key?: string; runAt?: Date },
): Promise<void> {
  const { to, locale, userId, key, runAt } = given;
  const values = kind.values.parse(given.values);
  await addJob(db, sendMail, { mail: kind.name, to, locale, values, userId }, { key, runAt });
}
