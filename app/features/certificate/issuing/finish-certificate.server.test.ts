import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { createAdmin, createIssued, jobContext, waitingMails } from "#tests/factories/finished.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { holdSigningKey, rotateIssuerKey } from "../credential/issuer-keys.server.ts";
import { presentIssuer } from "../credential/present-issuer.server.ts";
import { signCredential } from "../credential/sign-credential.server.ts";
import { keepCertificateFile } from "../document/keep-certificate-file.server.ts";
import { endCertificate } from "./end-certificate.server.ts";
import { finishCertificate } from "./finish-certificate.server.ts";
import { finishOverdueHandler } from "./finish-overdue.server.ts";
import { revokeCertificate } from "./revoke-certificate.server.ts";

const database = openTestDatabase();

const read = (id: string) => database.db.certificate.findUniqueOrThrow({ where: { id }, include: { files: true } });

const issuedMails = (to: string) => waitingMails(database, { mail: "certificate-issued", to });

/** Counts how often a step is done, and fails it the first time, before or after it is done. */
function failing<Input extends unknown[], Output>(
  step: (...input: Input) => Promise<Output>,
  when: "before" | "after",
) {
  let runs = 0;
  return async (...input: Input): Promise<Output> => {
    runs += 1;
    if (runs === 1 && when === "before") throw new Error("The process was killed");
    const output = await step(...input);
    if (runs === 1 && when === "after") throw new Error("The process was killed");
    return output;
  };
}

test("what is issued is signed, its usual PDF kept, and its learner told, each once", { timeout: 60_000 }, async () => {
  const { certificateId, learner } = await createIssued(database.db);
  await finishCertificate(jobContext(database.db), { certificateId });
  const first = await read(certificateId);
  expect(first.files.map(({ form }) => form)).toEqual(["ar-en"]);
  expect(JSON.parse(first.credential ?? "{}")).toMatchObject({ type: ["VerifiableCredential", "OpenBadgeCredential"] });
  expect(first.deliveredAt).not.toBeNull();
  await finishCertificate(jobContext(database.db), { certificateId });
  expect(await read(certificateId)).toEqual(first);
  expect(await issuedMails(learner.email)).toMatchObject([{ locale: "ar", values: { cause: "earned" } }]);
});

test("a crash before or after each step is healed by the next try: nothing is done twice", {
  timeout: 90_000,
}, async () => {
  for (const when of ["before", "after"] as const) {
    const { certificateId, learner } = await createIssued(database.db);
    const context = {
      ...jobContext(database.db),
      sign: failing(signCredential, when),
      keep: failing(keepCertificateFile, when),
    };
    const run = () => finishCertificate(context, { certificateId });
    await expect(run()).rejects.toThrow("killed");
    expect(await read(certificateId)).toMatchObject({ credential: null, deliveredAt: null, files: [] });
    await expect(run()).rejects.toThrow("killed");
    const signed = await read(certificateId);
    expect(signed.credential).not.toBeNull();
    expect(signed.files).toHaveLength(when === "after" ? 1 : 0);
    expect(await issuedMails(learner.email)).toEqual([]);
    await run();
    const { files, ...finished } = await read(certificateId);
    expect(files).toHaveLength(1);
    expect(finished).toEqual({ ...signed, files: undefined, deliveredAt: expect.any(Date) });
    expect(await issuedMails(learner.email)).toHaveLength(1);
  }
});

test("many that finish it at once keep the first signature, one PDF, and write one mail", {
  timeout: 60_000,
}, async () => {
  const { certificateId, learner } = await createIssued(database.db);
  const run = () => finishCertificate(jobContext(database.db), { certificateId });
  await Promise.all(Array.from({ length: 8 }, run));
  expect((await read(certificateId)).files).toHaveLength(1);
  expect(await issuedMails(learner.email)).toHaveLength(1);
});

test("what a key signed that was declared compromised meanwhile is not kept: the new key signs again", {
  timeout: 60_000,
}, async () => {
  const { db } = database;
  const { certificateId } = await createIssued(db);
  const used: string[] = [];
  const sign: typeof signCredential = async (...input) => {
    const signed = await signCredential(...input);
    used.push(signed.publicKey);
    const { did } = presentIssuer;
    if (used.length === 1) await rotateIssuerKey({ db }, { did, now: new Date(), compromised: true });
    return signed;
  };
  await finishCertificate({ ...jobContext(db), sign }, { certificateId });
  const { credential } = await read(certificateId);
  expect(used).toHaveLength(2);
  expect(credential).toContain(used[1]);
  expect(credential).not.toContain(used[0]);
});

test("a key is not declared compromised between the last look at it and the writing of what it signed", async () => {
  const { db } = database;
  const { did } = presentIssuer;
  const { publicKey } = await rotateIssuerKey({ db }, { did, now: new Date() });
  const order: string[] = [];
  let rotation: Promise<unknown> | undefined;
  await inTransaction(db, async (tx) => {
    expect(await holdSigningKey(tx, publicKey)).toBe(true);
    rotation = rotateIssuerKey({ db }, { did, now: new Date(), compromised: true }).then(() => order.push("rotated"));
    await sleep(300);
    order.push("written");
  });
  await rotation;
  expect(order).toEqual(["written", "rotated"]);
  expect(await inTransaction(db, (tx) => holdSigningKey(tx, publicKey))).toBe(false);
});

test("what was revoked before it was finished is finished without congratulations", { timeout: 60_000 }, async () => {
  const { certificateId, serial, learner } = await createIssued(database.db);
  await revokeCertificate(await createAdmin(database.db), { serial, reason: "Issued to the wrong person" });
  await finishCertificate(jobContext(database.db), { certificateId });
  expect((await read(certificateId)).deliveredAt).not.toBeNull();
  expect(await issuedMails(learner.email)).toEqual([]);
});

test("what has expired before it was finished is finished without congratulations", { timeout: 60_000 }, async () => {
  const { db } = database;
  const { certificateId, serial, learner } = await createIssued(db, { now: new Date("2026-11-22T10:00:00.000Z") });
  await endCertificate(await createAdmin(db, { now: new Date("2026-11-22T11:00:00.000Z") }), {
    serial,
    reason: "Over",
  });
  await finishCertificate(jobContext(db, new Date("2026-11-22T12:00:00.000Z")), { certificateId });
  expect((await read(certificateId)).deliveredAt).not.toBeNull();
  expect(await issuedMails(learner.email)).toEqual([]);
});

test("the job of a process that was killed at it is taken up again, and that of one at work is not", async () => {
  const { db, connections } = database;
  const [killed, working] = [await createIssued(db), await createIssued(db)];
  const hold = (id: string, minutes: number) =>
    connections.query(
      `update graphile_worker._private_jobs set locked_by = 'worker-' || $1, attempts = 1,
       locked_at = now() - make_interval(mins => $2) where key = 'certificate:' || $1`,
      [id, minutes],
    );
  await hold(killed.certificateId, 6);
  await hold(working.certificateId, 1);
  await finishOverdueHandler.handle(jobContext(db), {});
  const lockOf = async (id: string) => {
    const { rows } = await connections.query("select locked_by from graphile_worker.jobs where key = $1", [
      `certificate:${id}`,
    ]);
    return rows.map((row) => row.locked_by);
  };
  expect(await lockOf(killed.certificateId)).toEqual([null]);
  expect(await lockOf(working.certificateId)).toEqual([`worker-${working.certificateId}`]);
});

test("a certificate that was forgotten for an hour is given its job again", async () => {
  const { db, connections } = database;
  const { certificateId } = await createIssued(db, { now: new Date(Date.now() - 2 * 3_600_000) });
  const jobs = async () => {
    const key = `certificate:${certificateId}`;
    return (await connections.query("select 1 from graphile_worker.jobs where key = $1", [key])).rowCount;
  };
  await connections.query("select graphile_worker.remove_job($1)", [`certificate:${certificateId}`]);
  expect(await jobs()).toBe(0);
  await finishOverdueHandler.handle(jobContext(db), {});
  expect(await jobs()).toBe(1);
});
