import { statfs } from "node:fs/promises";
import { z } from "zod";
import { findWaitingVideos } from "#app/features/lecture/find-waiting-videos.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { connectionsOf, type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { findPendingMigrations } from "#app/platform/db/migrate.server.ts";
import { findAuditGuard } from "#app/platform/db/serving-role.server.ts";
import { dataDir, env } from "#app/platform/env/env.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { countFailingJobs } from "#app/platform/jobs/find-failing-jobs.server.ts";
import { findMailStanding } from "#app/platform/mail/mail-standing.server.ts";
import { configuredBucket } from "#app/platform/storage/s3.server.ts";
import type { Health, HealthPart } from "./health.ts";
import { judgeBackup, judgeDisk, judgeJobs, judgeMail, judgeStripe, judgeVideos } from "./judge-health.ts";

/** Longer than so nobody waits for a part that does not answer, in milliseconds. */
const PATIENCE_MS = 2_000;
/** A job that may run and has not begun for so long waits for a worker that is not there. */
const WAITING_MINUTES = 10;

type Check = (ctx: PersonContext) => Promise<Omit<Health, "part">>;

const factsSchema = z.tuple([
  z.object({
    bytes: z.coerce.number(),
    waiting: z.number(),
    bounced: z.number(),
    heard: z.date().nullable(),
    backup: z
      .object({ ok: z.boolean().nullable(), startedAt: z.coerce.date(), lastOk: z.coerce.date().nullable() })
      .nullable(),
  }),
]);

/** What the database alone knows, in one query. */
async function readFacts(db: Db) {
  const query = Prisma.sql`
    SELECT pg_database_size(current_database())::text AS "bytes",
      (SELECT count(*)::int FROM graphile_worker.jobs WHERE locked_at IS NULL AND attempts = 0
        AND run_at < now() - make_interval(mins => ${WAITING_MINUTES})) AS "waiting",
      (SELECT count(*)::int FROM "MailBounce") AS "bounced",
      (SELECT max("receivedAt") FROM "StripeEvent") AS "heard",
      (SELECT json_build_object('ok', r."ok", 'startedAt', r."startedAt",
        'lastOk', (SELECT max(o."startedAt") FROM "BackupRun" o WHERE o."ok"))
        FROM "BackupRun" r ORDER BY r."startedAt" DESC LIMIT 1) AS "backup"`;
  const [facts] = factsSchema.parse(await queryRows(db, query));
  return facts;
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

const checks = (facts: Facts): Record<HealthPart, Check> => ({
  jobs: async ({ db }) => judgeJobs({ kinds: await countFailingJobs(db), waiting: facts.waiting }),
  mail: async ({ db }) => {
    const [kinds, standing] = await Promise.all([countFailingJobs(db), findMailStanding(db)]);
    const unsent = kinds.find(({ kind }) => kind === "send-mail");
    return judgeMail({ isSet: env.SMTP_URL !== undefined, unsent, bounced: facts.bounced, standing });
  },
  videos: async (ctx) => judgeVideos(await findWaitingVideos(ctx)),
  stripe: async () => judgeStripe({ isSet: env.STRIPE_SECRET_KEY !== undefined, heard: facts.heard }),
  disk: async () => {
    const { bavail, blocks, bsize } = await statfs(dataDir).catch(() => statfs("."));
    return judgeDisk({ free: bavail * bsize, whole: blocks * bsize, inBucket: configuredBucket() !== undefined });
  },
  database: async ({ db }) => {
    const pending = await findPendingMigrations(connectionsOf(db));
    const state = pending.length > 0 ? "broken" : "ok";
    return {
      state,
      says: pending.length > 0 ? "pending" : "size",
      values: { count: pending.length, bytes: facts.bytes },
    };
  },
  backup: async ({ clock }) => {
    return judgeBackup({ last: facts.backup, isSet: env.BACKUP_DIR !== undefined, now: clock.now() });
  },
  audit: async ({ db }) => {
    const guard = await findAuditGuard(connectionsOf(db));
    return { state: guard === "none" ? "broken" : "ok", says: guard, values: {} };
  },
});

const names: HealthPart[] = ["jobs", "mail", "videos", "stripe", "backup", "disk", "database", "audit"];

/** What does not answer in time, or fails, is itself what an admin should know. */
async function inTime(part: HealthPart, check: Promise<Omit<Health, "part">>, ctx: PersonContext): Promise<Health> {
  const { promise: late, resolve } = Promise.withResolvers<Omit<Health, "part">>();
  const silent = { state: "attention", says: "silent", values: {} } as const;
  const timer = setTimeout(() => resolve(silent), PATIENCE_MS);
  const answer = await Promise.race([check, late]).catch((error: unknown) => {
    ctx.log.warn({ err: error, part }, "A part of the academy could not be examined");
    return silent;
  });
  clearTimeout(timer);
  return { part, ...answer };
}

/**
 * How each part of the academy stands, examined now: work that failed, mail, uploads and who keeps them, payments,
 * backups, the disk, the database, the audit log. Throws 404 for all but admins.
 */
export async function findHealth(ctx: PersonContext): Promise<Health[]> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const examine = checks(await readFacts(ctx.db));
  return Promise.all(names.map((part) => inTime(part, examine[part](ctx), ctx)));
}
