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
  }),
};

/** Adds a mail in the same transaction as the write that needs it; it is written and sent by a job. */
export async function addMail<Values extends z.ZodType<Record<string, unknown>>>(
  db: DbOrTx,
  kind: MailKind<Values>,
  { to, locale, values }: { to: string; locale: Locale; values: z.input<Values> },
): Promise<void> {
  await addJob(db, sendMail, { mail: kind.name, to, locale, values: kind.values.parse(values) });
}
