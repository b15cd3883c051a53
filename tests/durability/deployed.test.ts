import { readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { unknownSerials } from "#app/features/certificate/public/limit-guesses.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { beginUpload } from "#app/features/lecture/begin-upload.server.ts";
import { asRole } from "#app/platform/db/serving-role.server.ts";
import { dataDir } from "#app/platform/env/env.server.ts";
import { createAccount, PASSWORD } from "#tests/factories/account.ts";
import { makeSerial } from "#tests/factories/certificate.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createFinished } from "#tests/factories/finished.ts";
import { createSession } from "#tests/factories/person.ts";
import { browserHeaders, pageFormRequest } from "#tests/factories/player-request.ts";
import { createUploadScene } from "#tests/factories/upload-request.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { runCommand } from "./academy-command.ts";
import { type AcademyProcess, freePort, startAcademy, startWorker, waitUntil } from "./academy-process.ts";
import { openBalancer } from "./balancer.ts";
import { openCaddy } from "./caddy.ts";
import { findMiscounted } from "./completions.ts";
import { openMailServer } from "./mail-server.ts";
import { findFailed, openLoad, openScene } from "./mixed-load.ts";
import { openPooler } from "./pooler.ts";

// What deploy/compose.yaml starts, as it starts it, with PgBouncer and Caddy where .ci/debian-tools brought them.

const PER_SECOND = 30;
const WRITTEN_TABLES = ["Enrolment", "Completion", "Answer", "AnswerEdit", "Attempt", "Watching", "Session", "User"];

const { folder } = vi.hoisted(() => {
  const shared = `${process.env.TMPDIR ?? "/tmp"}/maqdis-deployed-${process.pid}`;
  // The volume that all processes have in common, this one too.
  process.env.DATA_DIR = `${shared}/data`;
  return { folder: shared };
});
const database = openTestDatabase({ pool: 4 });
const role = `deployed_${process.pid}_${Date.now()}`;
const composeSchema = z.object({
  services: z.object({ app1: z.object({ environment: z.record(z.string(), z.string()) }) }),
});
let mail: Awaited<ReturnType<typeof openMailServer>>;
let pooler: Awaited<ReturnType<typeof openPooler>>;
let caddy: Awaited<ReturnType<typeof openCaddy>>;
let front: { origin: string; close: () => Promise<void> };
let apps: AcademyProcess[] = [];
let worker: AcademyProcess | undefined;
let ports = { one: "", other: "", worker: "" };

/** The settings of compose that say how processes work together, with the addresses of this machine. */
function settings() {
  const file = readFileSync("deploy/compose.yaml", "utf8");
  const {
    WORKER = "",
    TRUST_PROXY = "",
    DRAIN_SECONDS = "",
  } = composeSchema.parse(parse(file, { merge: true })).services.app1.environment;
  const direct = asRole(database.url, role);
  return {
    ...{ WORKER, TRUST_PROXY, DRAIN_SECONDS, DATABASE_URL: pooler?.url ?? direct, DATABASE_DIRECT_URL: direct },
    ...{ DATA_DIR: dataDir, ISSUER_SECRET: "a secret that only this test knows, 32+", SMTP_URL: mail.url },
  };
}

const startApp = (port: string) => startAcademy({ ...settings(), PORT: port });

beforeAll(async () => {
  // PostgreSQL's user reads what PgBouncer is told.
  await mkdir(folder, { mode: 0o755 });
  mail = await openMailServer();
  const { url } = database;
  await database.connections.query(`create role ${role} login`);
  const migrated = await runCommand(
    { DATABASE_URL: asRole(url, role), DATABASE_OWNER_URL: url, DATA_DIR: dataDir },
    "migrate",
  );
  expect(migrated.code).toBe(0);
  pooler = await openPooler({ url, role, folder });
  const port = async () => String(await freePort());
  ports = { one: await port(), other: await port(), worker: await port() };
  [worker, ...apps] = await Promise.all([
    startWorker({ ...settings(), WORKER_PORT: ports.worker }),
    startApp(ports.one),
    startApp(ports.other),
  ]);
  const origins = apps.map(({ origin }) => origin);
  caddy = await openCaddy({ origins, folder });
  front = caddy ?? (await openBalancer(origins));
  const lacks = [...(pooler ? [] : ["PgBouncer"]), ...(caddy ? [] : ["Caddy"])];
  if (lacks.length > 0) process.stdout.write(`Tried without ${lacks.join(" and ")}, not on this machine.\n`);
}, 200_000);

afterAll(async () => {
  await front.close();
  const running = [...apps, ...(worker ? [worker] : [])];
  for (const { child } of running) child.kill("SIGKILL");
  await Promise.all(running.map(({ ended }) => ended));
  await pooler?.close();
  await mail.close();
  await database.connections.query(`drop owned by ${role}`);
  await database.connections.query(`drop role ${role}`);
  await rm(folder, { recursive: true, force: true });
});

const pageAt = async (path: string, token?: string) => {
  const headers = token ? browserHeaders({ origin: front.origin, token }) : { accept: "text/html" };
  const answer = await fetch(`${front.origin}${path}`, { headers, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
};

test("who has a password signs in, and what changes is seen at once", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const { cookie: _, ...headers } = pageFormRequest({ origin: front.origin, token: "", path: "", fields: {} }).headers;
  const body = new URLSearchParams({ email, password: PASSWORD }).toString();
  const answer = await fetch(`${front.origin}/en/sign-in.data`, { method: "POST", headers, body, redirect: "manual" });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const home = await fetch(`${front.origin}/en/learn`, { headers: { cookie }, redirect: "manual" });
  expect(home.status).toBe(200);

  const { course } = await createCourse(db);
  const path = `/en/courses/${course.slug}`;
  const shows = (title: string) => async () =>
    (await Promise.all([pageAt(path), pageAt(path)])).every(({ text }) => text.includes(title));
  await waitUntil(shows("Jerusalem through the ages"), 5_000);
  await db.courseText.updateMany({
    where: { courseId: course.id, locale: "en" },
    data: { title: "Changed meanwhile" },
  });
  await waitUntil(shows("Changed meanwhile"), 5_000);
});

test("a worker does what finishing a course needs, and says that it lives", async () => {
  const { learner } = await createFinished(database.db);
  const isDelivered = { userId: learner.id, deliveredAt: { not: null } };
  await waitUntil(async () => (await database.db.certificate.count({ where: isDelivered })) === 1, 40_000);
  await waitUntil(async () => mail.received.some(({ to }) => to === learner.email), 10_000);
  const ask = async (path: string) => (await fetch(`${worker?.origin}${path}`)).status;
  expect([await ask("/health/live"), await ask("/health"), await ask("/metrics"), await ask("/")]).toEqual([
    ...[200, 200, 404, 404],
  ]);
});

test("a video goes up in parts, and is worked on", async () => {
  const { ctx, announce } = await createUploadScene(database.db);
  const bytes = new Uint8Array(minuteBytes());
  const { videoId, address } = await beginUpload(ctx, announce(bytes.length));
  const { session } = await createSession(database.db, ctx.actor.id);
  const headers = { ...browserHeaders({ origin: front.origin, token: session.token }), "tus-resumable": "1.0.0" };
  for (let offset = 0; offset < bytes.length; offset += 50_000) {
    const type = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
    const body = bytes.slice(offset, offset + 50_000);
    const answer = await fetch(`${front.origin}${address}`, {
      method: "PATCH",
      headers: { ...headers, ...type },
      body,
    });
    expect(answer.status).toBe(204);
  }
  const video = () => database.db.video.findUniqueOrThrow({ where: { id: videoId } });
  await waitUntil(async () => (await video()).state === "ready", 40_000);
});

test("an address that somebody makes up for herself does not count", async () => {
  if (!caddy) return;
  const guess = async (seed: number) => {
    const headers = { accept: "text/html", "x-forwarded-for": `198.51.100.${seed}` };
    return (await fetch(`${front.origin}/en/certificates/${writeSerial(makeSerial(seed))}`, { headers })).status;
  };
  for (let seed = 1; seed <= unknownSerials.points; seed += 1) expect(await guess(seed)).toBe(404);
  expect(await guess(unknownSerials.points + 1)).toBe(429);
});

/** What migrations of a later release do while this one serves: columns, an index and a table that it does not know. */
async function migrateFurther() {
  const { connections } = database;
  for (const table of WRITTEN_TABLES) await connections.query(`alter table "${table}" add column "later" text`);
  await connections.query(`create index concurrently "later_index" on "Completion" ("later")`);
  await connections.query(`create table "Later" ("id" uuid primary key)`);
  await connections.query(
    `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at)
     values ('later', 'later', '29990101000000_later', now())`,
  );
}

test("a later release takes over, migrations first, then one process after another, and no request fails", async () => {
  const scene = await openScene(database.db, { learners: 10, lessons: 60 });
  const load = await openLoad(scene, front);
  const running = load.run({ perSecond: PER_SECOND });
  await sleep(1_500);
  await migrateFurther();
  for (const [i, app] of apps.entries()) {
    app.child.kill("SIGTERM");
    expect(await app.ended).toBe(0);
    apps[i] = await startApp(new URL(app.origin).port);
    const begun = load.done.length;
    await waitUntil(async () => load.done.length > begun + PER_SECOND, 10_000);
  }
  await load.stop();
  await running;
  expect(findFailed(load.done)).toEqual([]);
  const { acknowledged, missing } = await load.findMissing();
  expect(missing).toEqual([]);
  expect(Math.min(...Object.values(acknowledged))).toBeGreaterThan(20);
  expect(await findMiscounted(database.db)).toEqual([]);
  const putOff = load.done.filter((one) => one.putOff).length;
  process.stdout.write(
    `${load.done.length} requests while both were replaced, ${putOff} pages put off, ${JSON.stringify(acknowledged)}\n`,
  );
}, 120_000);
