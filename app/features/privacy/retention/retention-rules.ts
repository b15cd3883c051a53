import type { Db } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { NO_NAME } from "#app/platform/personal-data/personal-table.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { exportKey } from "../export/export-key.ts";

const DAY_MS = 86_400_000;

/** `name` has its words in `retention:rules`. `days`: how long it is kept after it was of use; 0 is until its time is over. */
export type RetentionRule = {
  name: string;
  days: number;
  /** Removes what was of use before `before`, at most so much at a time; answers how much that was. */
  sweep: (db: Db, given: { now: Date; before: Date; most: number }) => Promise<number>;
};

/** Removes rows by their columns; `t` names them. */
const remove = (table: string, condition: (given: { now: Date; before: Date }) => Prisma.Sql) => {
  const name = Prisma.raw(`"${table}"`);
  return (db: Db, { most, ...given }: { now: Date; before: Date; most: number }) =>
    db.$executeRaw`DELETE FROM ${name} WHERE ctid = ANY(ARRAY(
      SELECT t.ctid FROM ${name} t WHERE ${condition(given)} LIMIT ${most}::int))`;
};

/** Archives that people asked for: their files first, so that none is left behind. */
async function dropExports(db: Db, { now, most }: { now: Date; most: number }): Promise<number> {
  const where = { state: "ready", expiresAt: { lte: now } } as const;
  const over = await db.dataExport.findMany({ where, select: { id: true }, take: most });
  for (const { id } of over) await largeFiles().remove(exportKey(id));
  const ids = over.map(({ id }) => id);
  const { count } = await db.dataExport.updateMany({ where: { id: { in: ids } }, data: { state: "expired" } });
  return count;
}

/** Files for answers that never came whole. */
async function dropHalfAnswers(db: Db, { before, most }: { before: Date; most: number }): Promise<number> {
  const where = { storedAt: null, createdAt: { lt: before } };
  const half = await db.answerFile.findMany({ where, select: { id: true }, take: most });
  for (const { id } of half) await largeFiles().remove(`answer-files/${id}`);
  const { count } = await db.answerFile.deleteMany({ where: { id: { in: half.map(({ id }) => id) }, storedAt: null } });
  return count;
}

/** Jobs that were given up: what they were to do, a letter for example, names people. */
async function dropDeadJobs(db: Db, { before, most }: { before: Date; most: number }): Promise<number> {
  const [gone] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM graphile_worker.complete_jobs(ARRAY(
      SELECT j."id" FROM graphile_worker._private_jobs j
      WHERE j."attempts" >= j."max_attempts" AND j."locked_at" IS NULL AND j."updated_at" < ${before}
      LIMIT ${most}::int))`;
  return gone?.count ?? 0;
}

/** Names and addresses on papers about money of people who left, once no law asks for them. */
async function strikeBuyers(db: Db, { now, before, most }: { now: Date; before: Date; most: number }): Promise<number> {
  return db.$executeRaw`
    UPDATE "Invoice" SET "struckAt" = ${now}, "content" = jsonb_set("content", '{buyer,lines}', '[]')
    WHERE "id" IN (SELECT i."id" FROM "Invoice" i JOIN "Order" o ON o."id" = i."orderId"
      WHERE i."struckAt" IS NULL AND i."issuedAt" < ${before} AND o."buyerId" IS NULL AND o."buyerName" = ${NO_NAME}
      LIMIT ${most}::int)`;
}

const clearAddresses: RetentionRule["sweep"] = (db, { before, most }) =>
  db.$executeRaw`UPDATE "Session" SET "ipAddress" = NULL WHERE ctid = ANY(ARRAY(
    SELECT t.ctid FROM "Session" t WHERE coalesce(t."ipAddress", '') <> '' AND t."createdAt" < ${before}
    LIMIT ${most}::int))`;

/** What is removed by itself, each night, and after how long. */
export const retentionRules: readonly RetentionRule[] = [
  { name: "sessions", days: 0, sweep: remove("Session", ({ now }) => Prisma.sql`t."expiresAt" < ${now}`) },
  { name: "sessionAddresses", days: 30, sweep: clearAddresses },
  { name: "verifications", days: 0, sweep: remove("Verification", ({ now }) => Prisma.sql`t."expiresAt" < ${now}`) },
  { name: "emailLinks", days: 0, sweep: remove("EmailLink", ({ now }) => Prisma.sql`t."expiresAt" < ${now}`) },
  { name: "rateLimits", days: 0, sweep: remove("RateLimit", ({ now }) => Prisma.sql`t."expire" < ${now}`) },
  {
    name: "teachingInvitations",
    days: 90,
    sweep: remove(
      "InstructorInvitation",
      ({ before }) => Prisma.sql`coalesce(t."acceptedAt", t."withdrawnAt", t."expiresAt") < ${before}`,
    ),
  },
  {
    name: "invitations",
    days: 90,
    sweep: remove(
      "Invitation",
      ({ before }) => Prisma.sql`coalesce(t."acceptedAt", t."withdrawnAt", t."expiresAt") < ${before}`,
    ),
  },
  { name: "viewings", days: 0, sweep: remove("Viewing", ({ now }) => Prisma.sql`t."expiresAt" < ${now}`) },
  { name: "mailEvents", days: 90, sweep: remove("MailEvent", ({ before }) => Prisma.sql`t."heardAt" < ${before}`) },
  { name: "mailbox", days: 7, sweep: remove("MailboxMessage", ({ before }) => Prisma.sql`t."createdAt" < ${before}`) },
  { name: "deadJobs", days: 60, sweep: dropDeadJobs },
  { name: "dataExports", days: 0, sweep: dropExports },
  {
    name: "exportRecords",
    days: 365,
    sweep: remove("DataExport", ({ before }) => Prisma.sql`t."state" <> 'ready' AND t."askedAt" < ${before}`),
  },
  {
    name: "cancelledErasures",
    days: 365,
    sweep: remove("Erasure", ({ before }) => Prisma.sql`t."cancelledAt" < ${before}`),
  },
  { name: "halfAnswerFiles", days: 7, sweep: dropHalfAnswers },
  {
    name: "dataSittings",
    days: 62,
    sweep: remove("VideoDataSitting", ({ before }) => Prisma.sql`t."month" < ${before}`),
  },
  {
    name: "editingPresences",
    days: 1,
    sweep: remove("EditingPresence", ({ before }) => Prisma.sql`t."seenAt" < ${before}`),
  },
  {
    name: "stripeEvents",
    days: 30,
    sweep: remove("StripeEvent", ({ before }) => Prisma.sql`t."receivedAt" < ${before}`),
  },
  {
    name: "notifications",
    days: 365,
    sweep: remove("Notification", ({ before }) => Prisma.sql`t."createdAt" < ${before}`),
  },
  { name: "muxEvents", days: 30, sweep: remove("MuxEvent", ({ before }) => Prisma.sql`t."receivedAt" < ${before}`) },
  { name: "oldInvoices", days: 3_653, sweep: strikeBuyers },
];

/** The moment before which a rule no longer keeps things. */
export const keptSince = ({ days }: RetentionRule, now: Date): Date => new Date(now.getTime() - days * DAY_MS);
