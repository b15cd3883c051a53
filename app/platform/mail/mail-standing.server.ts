import type { Db } from "#app/platform/db/client.server.ts";

/** How the last letters went. `refusal` is the mail server's code: `EAUTH 535`. */
export type MailStanding = { sentAt: Date | null; refusedAt: Date | null; refusal: string | null };

/** Notes that the mail server took a letter; at most once a minute, so that many letters do not wait for one row. */
export async function noteSent(db: Db, at: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "MailStanding" ("id", "sentAt") VALUES (1, ${at})
    ON CONFLICT ("id") DO UPDATE SET "sentAt" = excluded."sentAt"
    WHERE coalesce("MailStanding"."sentAt", '-infinity') < excluded."sentAt" - interval '1 minute'
      OR coalesce("MailStanding"."refusedAt", '-infinity') > coalesce("MailStanding"."sentAt", '-infinity')`;
}

/** Notes that the mail server did not take a letter, for a reason that is not its address. */
export async function noteRefused(db: Db, { at, refusal }: { at: Date; refusal: string }): Promise<void> {
  const said = { refusedAt: at, refusal };
  await db.mailStanding.upsert({ where: { id: 1 }, create: { id: 1, ...said }, update: said });
}

/** How the last letters went, where any did. One query. */
export async function findMailStanding(db: Db): Promise<MailStanding> {
  const found = await db.mailStanding.findUnique({
    where: { id: 1 },
    select: { sentAt: true, refusedAt: true, refusal: true },
  });
  return found ?? { sentAt: null, refusedAt: null, refusal: null };
}
