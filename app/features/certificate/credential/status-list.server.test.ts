import { gzipSync } from "node:zlib";
import { beforeAll, expect, test, vi } from "vitest";
import { createSignedCertificate } from "#tests/factories/signed-certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { verifyCredential } from "../verification/verify-credential.ts";
import { findDidDocument } from "./find-did-document.server.ts";
import { rotateIssuerKey } from "./issuer-keys.server.ts";
import { presentIssuer } from "./present-issuer.server.ts";
import { findStatusList } from "./status-list.server.ts";

vi.mock(import("node:zlib"), async (original) => {
  const zlib = await original();
  return { ...zlib, gzipSync: vi.fn<typeof zlib.gzipSync>(zlib.gzipSync) };
});

const database = openTestDatabase();
const now = new Date("2026-12-01T00:00:00.000Z");
const { did } = presentIssuer;
let certificate: Awaited<ReturnType<typeof createSignedCertificate>>;

const list = (number = 0) => findStatusList(database, { list: number, issuer: presentIssuer, now });
const verify = async (statusList: string) =>
  verifyCredential({
    file: { kind: "json", text: certificate.credential },
    didDocument: await findDidDocument(database, { did, now }),
    statusList,
    now,
  });
const change = (data: object) =>
  database.db.certificate.update({ where: { id: certificate.certificate.id }, data: { changedAt: now, ...data } });

beforeAll(async () => {
  certificate = await createSignedCertificate(database.db);
});

test("a valid certificate is not struck, and the list is the same each time it is made", async () => {
  const text = await list();
  expect(await list()).toBe(text);
  expect(await verify(text)).toMatchObject({ ok: true, checks: { status: { state: "passed" } } });
});

test("a list is made once for each change, however many ask for it at once", async () => {
  const made = vi.mocked(gzipSync);
  const askMany = async () => new Set(await Promise.all(Array.from({ length: 8 }, () => list())));
  const revokedAt = new Date("2026-11-30T00:00:00.000Z");
  await change({ revokedAt, revokedReason: "An error", changedAt: revokedAt });
  made.mockClear();
  const [struck, ...others] = await askMany();
  expect(others).toEqual([]);
  expect(await list()).toBe(struck);
  expect(made).toHaveBeenCalledTimes(1);
  // Two changes may fall into one millisecond.
  await change({ revokedAt: null, revokedReason: null, changedAt: revokedAt });
  expect(await verify(await list())).toMatchObject({ ok: true });
  expect(made).toHaveBeenCalledTimes(2);
  await list();
  expect(made).toHaveBeenCalledTimes(2);
});

test.each([
  ["revoked", { revokedAt: now, revokedReason: "An error" }, { revokedAt: null, revokedReason: null }],
  ["superseded", { current: false }, { current: true }],
])("one that was %s is struck, and no longer when that is taken back", async (_, made, undone) => {
  await change(made);
  const struck = await verify(await list());
  expect(struck).toMatchObject({ ok: false, genuine: true, checks: { status: { fault: "revoked" } } });
  await change(undone);
  expect(await verify(await list())).toMatchObject({ ok: true });
});

test("a list that another key signed, or in which a place was changed, is not believed", async () => {
  const honest = JSON.parse(await list());
  const { encodedList } = honest.credentialSubject;
  const swapped = `${encodedList.slice(0, -9)}${encodedList.at(-9) === "A" ? "B" : "A"}${encodedList.slice(-8)}`;
  const forged = [
    { ...honest, credentialSubject: { ...honest.credentialSubject, encodedList: swapped } },
    { ...honest, validFrom: "2027-01-01T00:00:00Z" },
    { ...honest, id: `${presentIssuer.origin}/credentials/status/1` },
  ];
  for (const text of [...forged.map((one) => JSON.stringify(one)), certificate.credential, "", "[]"]) {
    expect(await verify(text)).toMatchObject({ ok: false, checks: { status: { fault: "badList" } } });
  }
});

test("after a new key came, the list is signed with it, and what the old one signed still holds", async () => {
  const before = JSON.parse(await list()).proof.verificationMethod;
  const { publicKey } = await rotateIssuerKey(database, { did, now });
  const after = await list();
  expect(JSON.parse(after).proof.verificationMethod).toBe(`${did}#${publicKey}`);
  expect(before).not.toContain(publicKey);
  expect(await verify(after)).toMatchObject({ ok: true });
});

test("what a key signed that fell into other hands is believed no more", async () => {
  const { publicKey } = await rotateIssuerKey(database, { did, now, compromised: true });
  const { certificate: later } = await createSignedCertificate(database.db);
  expect(later.credential).toContain(publicKey);
  await rotateIssuerKey(database, { did, now, compromised: true });
  const verified = await verifyCredential({
    file: { kind: "json", text: later.credential ?? "" },
    didDocument: await findDidDocument(database, { did, now }),
    statusList: await list(),
    now,
  });
  expect(verified).toMatchObject({ genuine: false, checks: { proof: { fault: "compromisedKey" } } });
});

test("a list in which nobody has a place is not there", async () => {
  await expect(list(3)).rejects.toMatchObject({ status: 404 });
});
