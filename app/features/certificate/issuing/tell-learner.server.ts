import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { notify } from "#app/features/notification/notify.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { NoticeMailKind } from "#app/platform/mail/declare-mail.ts";

/** Tells a learner about a certificate, each time anew unless there is a key; nobody where her account is gone. */
export async function tellLearner<Values extends z.ZodType<Record<string, unknown>>>(
  tx: Tx,
  kind: NoticeMailKind<Values>,
  { userId, values, key = randomUUID() }: { userId: string | null; values: z.input<Values>; key?: string },
): Promise<void> {
  if (userId !== null) await notify(tx, { kind, userId, values, key });
}
