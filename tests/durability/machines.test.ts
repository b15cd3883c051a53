import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { beginUpload } from "#app/features/lecture/begin-upload.server.ts";
import { readAllNotices } from "#app/features/notification/read-notices.server.ts";
import { suspendPerson } from "#app/features/people/acts/suspend-person.server.ts";
import {
  publishPolicy,
  savePolicyDraft,
  takeSuggestedPolicy,
} from "#app/features/policy/admin/change-policy.server.ts";
import { findPolicyDraft } from "#app/features/policy/admin/find-policies.server.ts";
import { publishRelease } from "#app/features/release/publish-release.server.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse, createRelease } from "#tests/factories/course.ts";
import { createFinished } from "#tests/factories/finished.ts";
import { createPerson, createSession } from "#tests/factories/person.ts";
import { browserHeaders } from "#tests/factories/player-request.ts";
import { createUploadScene } from "#tests/factories/upload-request.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import { openTestBucket } from "#tests/fakes/bucket.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { type AcademyProcess, freePort, makeFolder, startAcademy, waitUntil } from "./academy-process.ts";
import { openBalancer } from "./balancer.ts";
import { findMiscounted } from "./completions.ts";
import { openMailServer } from "./mail-server.ts";
import { findFailed, openLoad, openScene } from "./mixed-load.ts";

const PER_SECOND = 60;
const FINISHED = 24;
const FIRST_PART = 50_000;

const folder = makeFolder();
const database = openTestDatabase();
openTestBucket();
let mail: Awaited<ReturnType<typeof openMailServer>>;
let academies: AcademyProcess[] = [];
let balancer: Awaited<ReturnType<typeof openBalancer>>;

/** Two machines: each has a disk of its own, and they share a database, a bucket and the secrets. */
async function startMachine(number: number): Promise<AcademyProcess> {
  const { S3_BUCKET = "", S3_ENDPOINT = "", S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "" } = env;
  return startAcademy({
    ...{ PORT: String(await freePort()), DATA_DIR: join(folder, String(number)), DATABASE_URL: database.url },
    ...{ S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, SMTP_URL: mail.url },
    ISSUER_SECRET: "a secret that only this test knows, 32+",
    DATABASE_POOL: "6",
  });
}

beforeAll(async () => {
  mail = await openMailServer();
  academies = await Promise.all([startMachine(1), startMachine(2)]);
  balancer = await openBalancer(academies.map(({ origin }) => origin));
}, 200_000);

afterAll(async () => {
  await balancer.close();
  for (const { child } of academies) child.kill("SIGKILL");
  await Promise.all(academies.map(({ ended }) => ended));
  await mail.close();
  await rm(folder, { recursive: true, force: true });
});

const pageAt = async ({ origin }: AcademyProcess, path: string, token?: string) => {
  const headers = token ? browserHeaders({ origin, token }) : { accept: "text/html" };
  const answer = await fetch(`${origin}${path}`, { headers, redirect: "manual" });
  return { status: answer.status, text: await answer.text() };
};

test("what guests were shown is forgotten by both as soon as it changes", async () => {
  const { course } = await createCourse(database.db);
  const path = `/en/courses/${course.slug}`;
  const shows = (title: string) => async () =>
    (await Promise.all(academies.map((academy) => pageAt(academy, path)))).every(({ text }) => text.includes(title));
  await waitUntil(shows("Jerusalem through the ages"), 5_000);
  await database.db.courseText.updateMany({
    where: { courseId: course.id, locale: "en" },
    data: { title: "Changed meanwhile" },
  });
  await waitUntil(shows("Changed meanwhile"), 2_000);
});

test("who signs in is known to both, and who signs out at one is signed out at the other at once", async () => {
  const person = await createPerson(database.db);
  const { session } = await createSession(database.db, person.id);
  const [one, other] = academies;
  if (!one || !other) throw new Error("There are not two");
  for (const academy of [one, other, one, other]) {
    expect((await pageAt(academy, "/en/learn", session.token)).status).toBe(200);
  }
  const headers = {
    ...browserHeaders({ origin: one.origin, token: session.token }),
    "content-type": "application/x-www-form-urlencoded",
  };
  const out = await fetch(`${one.origin}/sign-out`, { method: "POST", headers, body: "", redirect: "manual" });
  expect(out.status).toBe(302);
  await waitUntil(async () => (await pageAt(other, "/en/learn", session.token)).status === 302, 2_000);
});

test("a name, a policy and a release are shown by both as soon as they are changed in a third", async () => {
  const { db } = database;
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  const everywhere = (path: string, says: string) => async () =>
    (await Promise.all(academies.map((academy) => pageAt(academy, path)))).every(({ text }) => text.includes(says));
  const { course } = await createCourse(db);
  const path = `/en/courses/${course.slug}`;
  await waitUntil(everywhere(path, "/lesson-1"), 5_000);

  await changeSettings(admin, { siteNames: { en: "The house of seven gates", ar: "بيت الأبواب السبعة" } });
  await waitUntil(everywhere(path, "The house of seven gates"), 2_000);

  await takeSuggestedPolicy(admin, { slug: "terms" });
  const { revision } = await findPolicyDraft(admin, { slug: "terms", language: "en" });
  const text = {
    slug: "terms",
    language: "en" as const,
    revision,
    title: "Terms of the seven gates",
    text: "Be kind.",
  };
  await savePolicyDraft(admin, text);
  await publishPolicy(admin, { slug: "terms", revision: revision + 1, mustAgree: false, summaries: {} });
  await waitUntil(everywhere("/en/policies/terms", "Terms of the seven gates"), 2_000);

  const lessons = [{ id: randomUUID(), slug: "a-later-lesson", required: true, preview: true }];
  const { id: releaseId } = await createRelease(db, { courseId: course.id, number: 2, lessons });
  await inTransaction(db, (tx) => publishRelease(tx, { courseId: course.id, releaseId, clock: systemClock }));
  await waitUntil(everywhere(path, "/a-later-lesson"), 2_000);
});

test("whoever is suspended is signed out of both at once", async () => {
  const { db } = database;
  const admin = contextOf(db, await createPerson(db, { role: "admin" }));
  const person = await createPerson(db);
  const { session } = await createSession(db, person.id);
  const answers = async (path: string) =>
    (await Promise.all(academies.map((academy) => pageAt(academy, path, session.token)))).map(({ status }) => status);
  expect(await answers("/en/learn")).toEqual([200, 200]);
  await suspendPerson(admin, { id: person.id, reason: "She asked for it" });
  await waitUntil(async () => (await answers("/en/learn")).every((status) => status === 302), 2_000);
});

test("what somebody has read is no longer new to her in either", async () => {
  const { db } = database;
  const person = await createPerson(db);
  const { session } = await createSession(db, person.id);
  await db.notification.create({
    data: { userId: person.id, kind: "release", mail: "release", values: {}, key: "release:1" },
  });
  const says = (text: string) => async () =>
    (await Promise.all(academies.map((academy) => pageAt(academy, "/en/learn", session.token)))).every((page) =>
      page.text.includes(text),
    );
  await waitUntil(says("Notifications: 1 new"), 2_000);
  await readAllNotices(contextOf(db, person), { until: new Date() });
  await waitUntil(says('aria-label="Notifications"'), 2_000);
});

/** Learners who have just finished, so that jobs issue, sign, set in type and mail their certificates. */
async function finishMany(): Promise<string[]> {
  const { course } = await createCourse(database.db);
  const finished = [];
  for (let i = 0; i < FINISHED; i += 1) finished.push(await createFinished(database.db, { course }));
  return finished.map(({ learner }) => learner.email);
}

/** A video of which one machine has been sent the first part. */
async function sendFirstPart(to: AcademyProcess) {
  const { ctx, announce } = await createUploadScene(database.db);
  const bytes = new Uint8Array(minuteBytes());
  const { videoId, address } = await beginUpload(ctx, announce(bytes.length));
  const { session } = await createSession(database.db, ctx.actor.id);
  const headersAt = (origin: string) => ({
    ...browserHeaders({ origin, token: session.token }),
    "tus-resumable": "1.0.0",
  });
  const send = async (origin: string, offset: number, body: Uint8Array<ArrayBuffer>) => {
    const type = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
    return fetch(`${origin}${address}`, { method: "PATCH", headers: { ...headersAt(origin), ...type }, body });
  };
  const ask = async (origin: string) => {
    const answer = await fetch(`${origin}${address}`, { method: "HEAD", headers: headersAt(origin) });
    return Number(answer.headers.get("upload-offset"));
  };
  expect((await send(to.origin, 0, bytes.slice(0, FIRST_PART))).status).toBe(204);
  return { videoId, send, ask, bytes };
}

test("one that is killed takes nothing with it but what was in flight there", async () => {
  const { db } = database;
  const [doomed, other] = academies;
  if (!doomed || !other) throw new Error("There are not two");
  const scene = await openScene(db, { learners: 16, lessons: 40 });
  const load = await openLoad(scene, balancer);
  const upload = await sendFirstPart(doomed);
  const running = load.run({ perSecond: PER_SECOND });
  await sleep(2_000);
  const learners = await finishMany();
  // In the middle of the jobs.
  await waitUntil(async () => (await db.certificate.count({ where: { deliveredAt: { not: null } } })) >= 3, 30_000);
  const killedAt = Date.now();
  doomed.child.kill("SIGKILL");
  await doomed.ended;
  await sleep(4_000);
  await load.stop();
  await running;

  expect(findFailed(load.done)).toHaveLength(balancer.lost.length);
  for (const { origin, at } of balancer.lost) {
    expect(origin).toBe(doomed.origin);
    expect(at - killedAt).toBeLessThan(2_000);
  }
  expect(load.done.filter(({ at }) => at > killedAt + 2_000).length).toBeGreaterThan(PER_SECOND);
  const { acknowledged, missing } = await load.findMissing();
  expect(missing).toEqual([]);
  expect(Math.min(...Object.values(acknowledged))).toBeGreaterThan(10);
  expect(await findMiscounted(db)).toEqual([]);

  expect(await upload.ask(other.origin)).toBe(FIRST_PART);
  expect((await upload.send(other.origin, FIRST_PART, upload.bytes.slice(FIRST_PART))).status).toBe(204);
  const { videoId: id } = upload;
  await waitUntil(async () => (await db.video.findUniqueOrThrow({ where: { id } })).state === "ready", 40_000);

  const certificates = { user: { email: { in: learners } } };
  const isDelivered = { ...certificates, deliveredAt: { not: null } };
  await waitUntil(async () => (await db.certificate.count({ where: isDelivered })) === FINISHED, 60_000);
  expect(await db.certificate.count({ where: certificates })).toBe(FINISHED);
  const issued = await db.certificate.findMany({ where: certificates, select: { serial: true } });
  const lettersOf = (serial: string) => mail.received.filter(({ text }) => text.includes(writeSerial(serial)));
  await waitUntil(async () => issued.every(({ serial }) => lettersOf(serial).length > 0), 30_000);
  // A letter that the mail server had taken as the process died may come twice, and is then the same by its number.
  for (const { serial } of issued) expect(new Set(lettersOf(serial).map(({ id }) => id)).size).toBe(1);
  const twice = mail.received.length - new Set(mail.received.map(({ id }) => id)).size;
  expect(twice).toBeLessThanOrEqual(4);
  const { lost, taken } = balancer;
  process.stdout.write(
    `${load.done.length} requests, ${lost.length} lost with the process, ${twice} letters sent twice, ` +
      `${JSON.stringify(acknowledged)} acknowledged and kept, answered by ${JSON.stringify([...taken.values()])}\n`,
  );
}, 150_000);
