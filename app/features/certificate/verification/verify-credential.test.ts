import { beforeAll, expect, test } from "vitest";
import { makeSnapshot } from "#tests/factories/certificate-snapshot.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { makeDidDocument } from "../credential/did-document.ts";
import { findIssuerKeys } from "../credential/issuer-keys.server.ts";
import { signCredential } from "../credential/sign-credential.server.ts";
import { readCertificateFile } from "./read-certificate-file.ts";
import { verifyCredential } from "./verify-credential.ts";

const database = openTestDatabase();
const now = new Date("2026-03-02T00:00:00.000Z");
const snapshot = makeSnapshot({ expiresAt: "2027-03-01T10:00:05.000Z" });
const { did } = snapshot.issuer;
let credential = "";
let jwt = "";

const didDocument = async () => makeDidDocument({ did, keys: await findIssuerKeys(database, { did }) });

async function verifyText(text: string, at = now) {
  const { file } = await readCertificateFile(new TextEncoder().encode(text));
  return file && verifyCredential({ file, didDocument: await didDocument(), statusList: undefined, now: at });
}

beforeAll(async () => {
  const signed = await signCredential(database, { snapshot, statusPlace: 7, now });
  credential = signed.credential;
  jwt = signed.jwt;
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
      names: ["ليلى بنت عمر الخالدي", "Layla O. al-Khalidi"],
      titles: snapshot.achievement.titles,
      grade: 8750,
      minutes: 390,
      validUntil: new Date("2027-03-01T10:00:05.000Z"),
    });
  }
});
