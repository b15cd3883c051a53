import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { isNoSuchAddress, markBounce } from "#app/platform/mail/bounces.server.ts";

/** How old a signature may be, in seconds, and how long an event is known again, in days. */
const OLDEST = 300;
const KNOWN_DAYS = 30;

const eventSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.enum(["bounce", "complaint"]),
  email: z.email().max(320),
  /** RFC 3463; of a bounce. */
  status: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .optional(),
  at: z.iso.datetime().optional(),
});
const bodySchema = z.object({ events: eventSchema.array().max(1_000) });

const badRequest = (code: string) => new ExpectedError({ code, messageKey: "error:badRequest.text", status: 400 });

/** What a sender puts into `Maqdis-Signature`: `t=<seconds>,v1=<hex of HMAC-SHA256 of "t.body">`. */
export function signMailEvents(body: string, { secret, at }: { secret: string; at: Date }): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  const mac = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${mac}`;
}

function isSigned(
  body: string,
  { header, secret, now }: { header: string | null; secret: string; now: Date },
): boolean {
  const seconds = Number(/^t=(\d{1,12}),v1=[0-9a-f]{64}$/.exec(header ?? "")?.[1] ?? Number.NaN);
  if (!(Math.abs(now.getTime() / 1_000 - seconds) <= OLDEST)) return false;
  const wanted = Buffer.from(signMailEvents(body, { secret, at: new Date(seconds * 1_000) }));
  const given = Buffer.from(header ?? "");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * Takes what the mail provider, or what stands before it, tells of mails that came back or were called unwanted, and
 * holds optional mail back from their addresses. What passes by itself, such as a full box, changes nothing. Each event
 * counts once. Throws 404 where no secret is set, 400 for what is not signed by it or says nothing that is understood.
 */
export async function hearMail(
  { db, clock }: Pick<UseCaseContext, "db" | "clock">,
  { body, signature }: { body: string; signature: string | null },
  { secret = env.MAIL_WEBHOOK_SECRET }: { secret?: string } = {},
): Promise<void> {
  if (!secret) throw notFound();
  const now = clock.now();
  if (!isSigned(body, { header: signature, secret, now })) throw badRequest("badSignature");
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) throw badRequest("badEvents");
  await inTransaction(db, async (tx) => {
    for (const { id, type, email, status = "", at } of parsed.data.events) {
      const known = await tx.mailEvent.createMany({ data: { id, heardAt: now }, skipDuplicates: true });
      if (known.count === 0) continue;
      const happened = { email, status, at: at ? new Date(at) : now };
      if (type === "complaint") await markBounce(tx, { ...happened, cause: "complained" });
      else if (isNoSuchAddress(status)) await markBounce(tx, { ...happened, cause: "returned" });
    }
    await tx.mailEvent.deleteMany({ where: { heardAt: { lt: new Date(now.getTime() - KNOWN_DAYS * 86_400_000) } } });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
