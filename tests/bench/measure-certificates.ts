import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { findBatch } from "#app/features/certificate/issuing/find-batch.server.ts";
import { issueByHand } from "#app/features/certificate/issuing/issue-by-hand.server.ts";
import { startBatch } from "#app/features/certificate/issuing/start-batch.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { type Db, openDatabase } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import type { Academy } from "./academy.ts";
import { percentile } from "./load.ts";
import { watchMemory } from "./measure-load.ts";
import { cpuSeconds, memoryMegabytes } from "./processes.ts";

const LEARNERS = 1_000;
const SINGLES = 20;
const BUDGET = { onePdfMs: 100, batchSeconds: 60 };
const GIVE_UP_SECONDS = 600;

export type CertificateFigures = {
  /** From the beginning of the batch until the last record was there, and until the last PDF was. */
  batch: { certificates: number; recordedSeconds: number; seconds: number; met: boolean };
  /** One alone, from its issue until it is signed, has its PDF, and its mail is written. */
  single: { p50: number; p95: number };
  /** The first download of a form: its PDF is made for it. */
  pdf: { p50: number; p95: number; met: boolean };
  /** Megabytes of the server: before the batch, and the most during it. */
  memory: { before: number; peak: number };
  cpu: { server: number; postgres: number };
};

type Options = { academy: Academy; postgresPid: number; connections: pg.Pool; url: string };

/** A thousand learners with names who have finished one course; past the triggers, which would issue by themselves. */
async function seedFinished(connections: pg.Pool): Promise<{ courseId: string; others: string[] }> {
  const client = await connections.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query(`update "User" u set "fullNameArabic" = 'آمنة يوسف رقم ' || l.n, "fullNameLatin" = 'Amina Yusuf ' || l.n
      from bench_learner l where l.id = u."id" and l.n <= ${LEARNERS + SINGLES}`);
    const { rows } = await client.query<{ id: string }>("select id from bench_course where n = 1");
    const courseId = rows[0]?.id ?? "";
    await client.query(
      `insert into "Enrolment" ("userId", "courseId", "releaseId", "completedAt", "completedRequired", "required")
       select l.id, c.id, c.release, now(), 1, 1 from bench_learner l, bench_course c
       where c.n = 1 and l.n <= ${LEARNERS}
       on conflict ("userId", "courseId") do update set "completedAt" = now()`,
    );
    await client.query(
      `update "Enrolment" e set "completedAt" = null from bench_learner l
       where e."userId" = l.id and e."courseId" = $1 and l.n > ${LEARNERS}`,
      [courseId],
    );
    const { rows: others } = await client.query<{ id: string }>(
      `select id from bench_learner where n > ${LEARNERS} and n <= ${LEARNERS + SINGLES} order by n`,
    );
    return { courseId, others: others.map(({ id }) => id) };
  } finally {
    await client.query("reset session_replication_role");
    client.release();
  }
}

async function signInAsAdmin(db: Db): Promise<PersonContext> {
  const data = { email: "bench-admin@example.org", emailVerified: true, name: "Admin", role: "admin" } as const;
  const admin = await db.user.create({ data });
  return { ...contextOf(db, admin), clock: { now: () => new Date() } };
}

/** Waits until `done`, and says after how many seconds that was. */
async function secondsUntil(begun: number, done: () => Promise<boolean>, every: number): Promise<number> {
  while (!(await done())) {
    if (performance.now() - begun > GIVE_UP_SECONDS * 1_000) throw new Error("The certificates are not finished");
    await sleep(every);
  }
  return (performance.now() - begun) / 1_000;
}

async function issueBatch(ctx: PersonContext, courseId: string) {
  const begun = performance.now();
  const { batchId } = await startBatch(ctx, { for: { courseId }, reason: "The term is over" });
  const counts = async () => (await findBatch(ctx, { batchId })).counts;
  const recorded = await secondsUntil(begun, async () => (await counts()).waiting === 0, 250);
  const all = await secondsUntil(begun, async () => (await counts()).delivered === LEARNERS, 250);
  return { recorded, all };
}

async function issueSingles(ctx: PersonContext, { courseId, others }: { courseId: string; others: string[] }) {
  const issued: { serial: string; ms: number }[] = [];
  for (const learner of others) {
    const begun = performance.now();
    const { serial } = await issueByHand(ctx, { learner, for: { courseId }, reason: "Read on site" });
    const where = { serial, deliveredAt: { not: null } };
    const seconds = await secondsUntil(begun, async () => (await ctx.db.certificate.count({ where })) > 0, 5);
    issued.push({ serial, ms: seconds * 1_000 });
  }
  return issued;
}

async function downloadForms(origin: string, serials: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const serial of serials) {
    const begun = performance.now();
    const answer = await fetch(`${origin}/certificates/${writeSerial(serial)}.pdf?form=en`);
    if (!answer.ok) throw new Error(`A PDF was answered with ${answer.status}`);
    await answer.arrayBuffer();
    times.push(performance.now() - begun);
  }
  return times;
}

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));
const spread = (times: number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: Math.round(percentile(sorted, 0.5)), p95: Math.round(percentile(sorted, 0.95)) };
};

/** Has the running product issue certificates one by one and a thousand in a batch: records, signatures and PDFs. */
export async function measureCertificates({
  academy,
  postgresPid,
  connections,
  url,
}: Options): Promise<CertificateFigures> {
  const { db, close } = openDatabase({ url, pool: 4 });
  try {
    const ctx = await signInAsAdmin(db);
    const { courseId, others } = await seedFinished(connections);
    const singles = await issueSingles(ctx, { courseId, others });
    const forms = spread(
      await downloadForms(
        academy.origin,
        singles.map(({ serial }) => serial),
      ),
    );
    const before = memoryMegabytes(academy.pid);
    const clock = () => ({ server: cpuSeconds(academy.pid), postgres: cpuSeconds(postgresPid) });
    const begun = clock();
    const running = issueBatch(ctx, courseId);
    const peak = await watchMemory(academy.pid, running);
    const { recorded, all } = await running;
    const ended = clock();
    const busy = (part: keyof typeof begun) => rounded((ended[part] - begun[part]) / all, 2);
    return {
      batch: {
        ...{ certificates: LEARNERS, recordedSeconds: rounded(recorded), seconds: rounded(all) },
        met: all < BUDGET.batchSeconds,
      },
      single: spread(singles.map(({ ms }) => ms)),
      pdf: { ...forms, met: forms.p50 < BUDGET.onePdfMs },
      memory: { before, peak },
      cpu: { server: busy("server"), postgres: busy("postgres") },
    };
  } finally {
    await close();
  }
}
