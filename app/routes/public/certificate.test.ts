import { expect, test } from "vitest";
import { writeSerial } from "#app/features/certificate/serial.ts";
import type { Actor } from "#app/platform/access/actor.ts";
import { createCertificate, makeSerial } from "#tests/factories/certificate.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { loader as page } from "./certificate.tsx";
import { loader as standing } from "./standing.ts";

const database = openTestDatabase();

async function issue(overrides: Parameters<typeof createCertificate>[2] = {}) {
  const { db } = database;
  const holder = await createPerson(db, {
    name: "Name of her account",
    email: `${crypto.randomUUID()}@private.example`,
  });
  const { course } = await createCourse(db);
  const certificate = await createCertificate(db, { userId: holder.id, courseId: course.id }, overrides);
  return { holder, certificate, written: writeSerial(certificate.serial) };
}

const request = (serial: string, actor: Actor = null) =>
  pageRequest({ db: database.db, path: `/certificates/${serial}`, params: { serial }, actor }).args;

test("a serial that is spelt otherwise leads to the one address of its certificate", async () => {
  const { certificate, written } = await issue();
  for (const typed of [certificate.serial, written.toLowerCase(), certificate.serial.replace(/(.{8})/, "$1 ")]) {
    const args = pageRequest({ db: database.db, path: "/en/certificates/x", params: { serial: typed } }).args;
    const answer: Response = await page(args).catch((thrown) => thrown);
    expect([answer.status, answer.headers.get("Location")]).toEqual([301, `/en/certificates/${written}`]);
  }
});

test("a mistyped serial is told what is wrong with it, and nobody's is asked for", async () => {
  expect(await page(request("ABCD"))).toMatchObject({
    data: { missing: { typed: "ABCD", problem: "length" } },
    init: { status: 404 },
  });
  expect(await page(request("O0O0-1I1L-AAAA-AAAA"))).toMatchObject({ data: { missing: { problem: "symbols" } } });
  const wrong = `${makeSerial(3).slice(0, -1)}${makeSerial(3).endsWith("A") ? "B" : "A"}`;
  expect(await page(request(wrong))).toMatchObject({ data: { missing: { problem: "check" } } });
});

test("a serial that nobody issued says so, with the same status as one that cannot be", async () => {
  const serial = makeSerial(7);
  const answer = await page(request(writeSerial(serial)));
  expect(answer).toMatchObject({ data: { missing: { typed: serial } }, init: { status: 404 } });
});

test("the page knows no more of a person than what her certificate says", async () => {
  const { holder, written } = await issue();
  const said = JSON.stringify(await page(request(written)));
  expect(said).toContain("Amina Yusuf al-Ansari");
  for (const secret of [holder.id, holder.email, holder.name]) expect(said).not.toContain(secret);
});

test("where names are hidden, nothing of what the certificate says is in the page or in its hashes", async () => {
  const { holder, certificate, written } = await issue({ namesHidden: true });
  const answers = [await page(request(written)), await (await standing(request(written))).json()];
  for (const said of answers.map((answer) => JSON.stringify(answer))) {
    expect(said).toContain(certificate.credentialSha256);
    // Its hash would prove a guess at her name: there is nothing in it that cannot be guessed.
    expect(said).not.toContain(certificate.snapshotSha256);
    for (const secret of ["Amina", "آمنة", "Jerusalem", "القدس", "9437", "1230", "al-Husayni", holder.id]) {
      expect(said).not.toContain(secret);
    }
  }
  const { actor } = contextOf(database.db, holder);
  expect(JSON.stringify(await page(request(written, actor)))).toContain("Amina Yusuf al-Ansari");
});

test("the hashes tell whether a certificate holds, since when it does not, and nothing personal", async () => {
  const { certificate, written } = await issue();
  const revokedAt = new Date("2026-11-21T10:00:00Z");
  await database.db.certificate.update({
    where: { id: certificate.id },
    data: { revokedAt, revokedReason: "A secret of the admins", changedAt: revokedAt },
  });
  const answer = await (await standing(request(written))).json();
  expect(answer).toEqual({
    serial: certificate.serial,
    status: "revoked",
    since: revokedAt.toISOString(),
    snapshotSha256: certificate.snapshotSha256,
    credentialSha256: certificate.credentialSha256,
    files: [],
  });
  expect(JSON.stringify(await page(request(written)))).not.toContain("A secret of the admins");
});
