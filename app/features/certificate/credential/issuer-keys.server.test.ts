import { generateKeyPairSync } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { env } from "#app/platform/env/env.server.ts";
import { createSignedCertificate } from "#tests/factories/signed-certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { verifyCredential } from "../verification/verify-credential.ts";
import { addressedIssuer } from "./addressed-issuer.server.ts";
import { findDidDocument } from "./find-did-document.server.ts";
import { issuerDid } from "./issuer-did.ts";
import { declareCompromised, ensureIssuerKey, loadSigningKey, rotateIssuerKey } from "./issuer-keys.server.ts";
import { presentIssuer } from "./present-issuer.server.ts";
import { findStatusList } from "./status-list.server.ts";

const database = openTestDatabase();
const now = new Date("2026-12-01T00:00:00.000Z");
const later = new Date("2026-12-03T00:00:00.000Z");
const { did } = presentIssuer;

afterEach(async () => {
  if (env.ISSUER_KEY === undefined) return;
  env.ISSUER_KEY = undefined;
  await rotateIssuerKey(database, { did, now });
});

const giveKey = () => {
  env.ISSUER_KEY = String(generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }));
};

const keyOf = (publicKey: string) => database.db.issuerKey.findUniqueOrThrow({ where: { publicKey } });

const namesAt = (origin: string) => ({ did: issuerDid(origin), url: origin, names: { ar: "أكاديمية", en: "Academy" } });

/** What anybody finds who verifies a certificate over the network, by the addresses that it names. */
async function verifyAt(origin: string, { credential, at = now }: { credential: string; at?: Date }) {
  const issuer = await addressedIssuer(database, { host: new URL(origin).host, protocol: "https:" });
  return verifyCredential({
    file: { kind: "json", text: credential },
    didDocument: await findDidDocument(database, { did: issuer.did, now: at }),
    statusList: await findStatusList(database, { list: 0, issuer, now: at }),
    now: at,
  });
}

test("a key that was retired before can be declared compromised, and the one that signs stays", async () => {
  const { publicKey: old } = await rotateIssuerKey(database, { did, now });
  const { credential } = await createSignedCertificate(database.db);
  const { publicKey: present } = await rotateIssuerKey(database, { did, now });
  expect(await verifyAt(presentIssuer.origin, { credential })).toMatchObject({ ok: true });
  expect(await declareCompromised(database, { publicKey: old, now })).toEqual({ did, successor: null });
  expect(await verifyAt(presentIssuer.origin, { credential })).toMatchObject({
    genuine: false,
    checks: { proof: { fault: "compromisedKey" } },
  });
  expect(await ensureIssuerKey(database, { did, now })).toMatchObject({ publicKey: present });
});

test("the key that signs for any address is replaced when it is declared compromised, once", async () => {
  const former = issuerDid("https://before.example");
  const { publicKey } = await ensureIssuerKey(database, { did: former, now });
  const { successor } = await declareCompromised(database, { publicKey, now });
  expect(await ensureIssuerKey(database, { did: former, now })).toMatchObject({ publicKey: successor });
  expect(await declareCompromised(database, { publicKey, now: later })).toEqual({ did: former, successor: null });
  expect(await keyOf(publicKey)).toMatchObject({ compromisedAt: now, sealed: null });
});

test("with ISSUER_KEY every key but that one can be declared compromised; one that never signed here cannot", async () => {
  const { publicKey: old } = await rotateIssuerKey(database, { did, now });
  giveKey();
  const { publicKey: given } = await ensureIssuerKey(database, { did, now });
  await expect(declareCompromised(database, { publicKey: given, now })).rejects.toThrow("ISSUER_KEY");
  await expect(rotateIssuerKey(database, { did, now, compromised: true })).rejects.toThrow("ISSUER_KEY");
  expect(await declareCompromised(database, { publicKey: old, now })).toEqual({ did, successor: null });
  await expect(declareCompromised(database, { publicKey: "z6MkNone", now })).rejects.toThrow("z6MkNone");
  expect(await keyOf(given)).toMatchObject({ retiredAt: null, compromisedAt: null });
});

test.each(["http://old.example:8080", "https://older.example"])(
  "with ISSUER_KEY what was issued at the former address %s is verified on by the address that it names",
  async (origin) => {
    const { credential } = await createSignedCertificate(database.db, { snapshot: { issuer: namesAt(origin) } });
    const { publicKey } = await ensureIssuerKey(database, { did: issuerDid(origin), now });
    giveKey();
    const { publicKey: given } = await ensureIssuerKey(database, { did, now });
    expect(await verifyAt(origin, { credential })).toMatchObject({ ok: true });
    expect(await ensureIssuerKey(database, { did: issuerDid(origin), now })).toMatchObject({ publicKey });
    expect(await ensureIssuerKey(database, { did, now })).toMatchObject({ publicKey: given, sealed: null });
  },
);

test("a former address whose key ISSUER_KEY gave signs with a sealed one once that key is away", async () => {
  const origin = "https://given.example";
  const { credential } = await createSignedCertificate(database.db, { snapshot: { issuer: namesAt(origin) } });
  const former = issuerDid(origin);
  const { publicKey: sealedOne } = await ensureIssuerKey(database, { did: former, now });
  const other = await ensureIssuerKey(database, { did: issuerDid("https://unopened.example"), now });
  // As it stands after the address was another one with an ISSUER_KEY of its own.
  await database.db.issuerKey.update({ where: { publicKey: other.publicKey }, data: { sealed: null } });
  const { publicKey } = await loadSigningKey(database, { did: issuerDid("https://unopened.example"), now });
  expect(publicKey).not.toBe(other.publicKey);
  expect(await keyOf(other.publicKey)).toMatchObject({ retiredAt: now, compromisedAt: null });
  expect(await keyOf(publicKey)).toMatchObject({ sealed: expect.any(Uint8Array) });
  expect(await ensureIssuerKey(database, { did: former, now })).toMatchObject({ publicKey: sealedOne });
  expect(await verifyAt(origin, { credential })).toMatchObject({ ok: true });
});

test("a key of a former address that was sealed with another secret gives way after a day, not at every request", async () => {
  const former = issuerDid("https://sealed.example");
  const { publicKey } = await ensureIssuerKey(database, { did: former, now });
  await database.db.issuerKey.update({ where: { publicKey }, data: { sealed: new Uint8Array(64) } });
  await expect(loadSigningKey(database, { did: former, now })).rejects.toThrow("another issuer secret");
  expect((await loadSigningKey(database, { did: former, now: later })).publicKey).not.toBe(publicKey);
});
