import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { BounceCause } from "#app/platform/db/generated/enums.ts";

const keyOf = (email: string) => email.toLowerCase();

/** Marks an address as one that optional mail is not sent to. Told again it stays as it is, with the newest cause. */
export async function markBounce(
  db: DbOrTx,
  { email, ...bounce }: { email: string; cause: BounceCause; status: string; at: Date },
): Promise<void> {
  const key = keyOf(email);
  await db.mailBounce.upsert({ where: { email: key }, create: { email: key, ...bounce }, update: bounce });
}

/** Whether mail to an address is held back, counting one that was. */
export async function countWithheld(db: DbOrTx, email: string): Promise<boolean> {
  const { count } = await db.mailBounce.updateMany({
    where: { email: keyOf(email) },
    data: { withheld: { increment: 1 } },
  });
  return count > 0;
}

/** What is known of an address that mail came back from; null for any other. */
export async function findBounce(db: DbOrTx, email: string) {
  return db.mailBounce.findUnique({ where: { email: keyOf(email) } });
}

/** Lets mail go to an address again. Says whether it was held back. */
export async function liftBounce(db: DbOrTx, email: string): Promise<boolean> {
  const { count } = await db.mailBounce.deleteMany({ where: { email: keyOf(email) } });
  return count > 0;
}

const refusalSchema = z.object({
  command: z.literal("RCPT TO"),
  responseCode: z.number().min(500),
  response: z.string().default(""),
});

/**
 * The status (RFC 3463) with which a mail server said that there is no such address, or undefined where it refused for
 * another cause: a full box, a letter it did not like, or a sender it does not trust, for which the address is not to blame.
 */
export function noSuchAddress(error: unknown): string | undefined {
  const refusal = refusalSchema.safeParse(error);
  if (!refusal.success) return undefined;
  const { response, responseCode } = refusal.data;
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  if (status === undefined) return [550, 551, 553].includes(responseCode) ? String(responseCode) : undefined;
  return isNoSuchAddress(status) ? status : undefined;
}

/** Bad addresses are 5.1.x, a mailbox that was closed 5.2.1; 5.1.8 and 5.1.7 blame the sender. */
export function isNoSuchAddress(status: string): boolean {
  return (/^5\.1\.\d+$/.test(status) && status !== "5.1.8" && status !== "5.1.7") || status === "5.2.1";
}
