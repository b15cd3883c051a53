import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { makeSnapshot } from "#tests/factories/certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { makeDidDocument } from "../credential/did-document.ts";
import { findIssuerKeys } from "../credential/issuer-keys.server.ts";
import { signCredential } from "../credential/sign-credential.server.ts";
import { readCertificateFile } from "./read-certificate-file.ts";
import { verifyCredential } from "./verify-credential.ts";

const database = openTestDatabase();
const now = new Date("2026-12-01T00:00:00.000Z");
const snapshot = makeSnapshot({ expiresAt: "2027-11-22T10:00:00.000Z" });
const { did } = snapshot.issuer;
let credential = "";
let jwt = "";
let didDocument: ReturnType<typeof makeDidDocument>;

async function verifyText(text: string, { at = now, document = didDocument as unknown } = {}) {
  const { file } = await readCertificateFile(new TextEncoder().encode(text));
  return file && verifyCredential({ file, didDocument: document, statusList: undefined, now: at });
}

/** Whether somebody who is handed the text would take it as the academy's word. */
const isTaken = async (text: string) => (await verifyText(text))?.genuine ?? false;

/** The same JSON with the keys of every object in another order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}

beforeAll(async () => {
  const signed = await signCredential(database, { snapshot, statusPlace: 7, now });
  credential = signed.credential;
  jwt = signed.jwt;
  didDocument = makeDidDocument({ did, keys: await findIssuerKeys(database, { did }) });
});

test("a credential is genuine, as JSON and as a JWT, and says what was frozen", async () => {
  for (const text of [
    credential,
    jwt,
    JSON.stringify({ jwt }),
    `\n ${JSON.stringify(JSON.parse(credential), null, 2)}`,
  ]) {
    const verified = await verifyText(text);
    expect(verified).toMatchObject({ ok: false, genuine: true, checks: { status: { state: "unasked" } } });
    expect(verified?.facts).toMatchObject({
      names: [snapshot.recipient.arabic, snapshot.recipient.latin],
      titles: snapshot.achievement.titles,
      grade: snapshot.grade,
      minutes: snapshot.minutes,
      validUntil: new Date("2027-11-22T10:00:00.000Z"),
    });
  }
});

test("another order of its keys says the same, in other bytes", async () => {
  const turned = JSON.stringify(reverseKeys(JSON.parse(credential)));
  expect(turned).not.toBe(credential);
  expect(await isTaken(turned)).toBe(true);
});

test("no single byte of it can be changed", { timeout: 120_000 }, async () => {
  const bytes = new TextEncoder().encode(credential);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const wrong = bytes.slice();
      wrong[place] = (wrong[place] ?? 0) ^ change;
      const { file } = await readCertificateFile(wrong);
      const verified = file && (await verifyCredential({ file, didDocument, statusList: undefined, now }));
      expect(verified?.genuine ?? false).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test("no single letter of its JWT can be changed", { timeout: 60_000 }, async () => {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  const last = fc.constantFrom(jwt.length - 1, jwt.length - 2);
  const place = fc.oneof(fc.nat(jwt.length - 1), last);
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...letters), async (at, letter) => {
      fc.pre(jwt[at] !== letter);
      expect(await isTaken(jwt.slice(0, at) + letter + jwt.slice(at + 1))).toBe(false);
    }),
    { numRuns: 200 },
  );
});

/** The JSON with something else at a place in it, or, without a value, without it. */
function changeAt(value: unknown, [key, ...rest]: (string | number)[], changed: unknown): unknown {
  if (key === undefined) return changed;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? changeAt(item, rest, changed) : item));
  const entries = new Map(Object.entries(value ?? {}));
  entries.set(String(key), changeAt(entries.get(String(key)), rest, changed));
  return Object.fromEntries(entries);
}

const result = (value: string) => ({
  type: ["Result"],
  resultDescription: `urn:uuid:${snapshot.achievement.id}#grade`,
  value,
});

test.each<[string, (string | number)[], unknown]>([
  ["a name in place of another", ["credentialSubject", "identifier", 0, "identityHash"], "Eve"],
  ["a better grade", ["credentialSubject", "result", 0, "value"], "99"],
  ["a later end", ["validUntil"], "2099-01-01T00:00:00Z"],
  ["no end", ["validUntil"], undefined],
  ["a key without meaning", ["remark"], "with distinction"],
  ["a known key that says nothing", ["evidence"], []],
  ["null", ["credentialSubject", "narrative"], null],
  ["a context of its own", ["credentialSubject", "@context"], { name: "urn:x" }],
  ["a graph of its own", ["@graph"], [{ id: "urn:x" }]],
  ["a boolean as a text", ["credentialSubject", "identifier", 0, "hashed"], "false"],
  ["the same result twice", ["credentialSubject", "result"], [result("94.37"), result("94.37")]],
  ["no result", ["credentialSubject", "result"], undefined],
  ["no status", ["credentialStatus"], undefined],
  ["another place", ["credentialStatus", "statusListIndex"], "8"],
  ["two proofs", ["proof"], [{}, {}]],
  ["a word in the proof", ["proof", "challenge"], "x"],
  ["another time of the proof", ["proof", "created"], "2020-01-01T00:00:00Z"],
])("%s is refused", async (_, path, value) => {
  const changed = JSON.stringify(changeAt(JSON.parse(credential), path, value));
  expect(changed).not.toBe(credential);
  expect(await isTaken(changed)).toBe(false);
});

test("what programs read in different ways is refused", async () => {
  const twice = credential.replace('"name":', '"name":"Another","name":');
  const hidden = credential.replace('"name":', '"n\\u0061me":"Another","name":');
  const half = credential.replace("Amina", "Amina\\ud800");
  for (const text of [twice, hidden, half]) {
    expect(text).not.toBe(credential);
    expect(await isTaken(text)).toBe(false);
  }
});

test("a time that is over, or not yet come, is said", async () => {
  expect(await verifyText(credential, { at: new Date("2027-11-22T10:00:00Z") })).toMatchObject({
    genuine: true,
    checks: { time: { state: "failed", fault: "expired" } },
  });
  expect(await verifyText(jwt, { at: new Date("2026-11-22T09:00:00Z") })).toMatchObject({
    checks: { time: { state: "failed", fault: "notYet" } },
  });
});

test("the keys of another issuer, or none, prove nothing", async () => {
  const other = { ...didDocument, id: "did:web:elsewhere.example" };
  expect((await verifyText(credential, { document: other }))?.checks.issuer).toMatchObject({ fault: "another" });
  const keyless = { ...didDocument, verificationMethod: [] };
  expect((await verifyText(credential, { document: keyless }))?.checks.proof).toMatchObject({ fault: "unknownKey" });
  const mute = { ...didDocument, assertionMethod: [] };
  expect((await verifyText(jwt, { document: mute }))?.checks.proof).toMatchObject({ fault: "compromisedKey" });
  for (const document of [null, "", 7, [], {}, { id: did, verificationMethod: [null, {}] }])
    expect((await verifyText(credential, { document }))?.genuine).toBe(false);
});
