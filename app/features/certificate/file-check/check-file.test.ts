import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { makeSnapshot } from "#tests/factories/certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { makeDidDocument } from "../credential/did-document.ts";
import { findIssuerKeys } from "../credential/issuer-keys.server.ts";
import { signCredential } from "../credential/sign-credential.server.ts";
import { writeDigits } from "../verification/credential-code.ts";
import { checkCode } from "./check-code.ts";
import { checkFile } from "./check-file.ts";

const database = openTestDatabase();
const now = new Date("2026-11-23T10:00:00Z");
const snapshot = makeSnapshot();
const { did } = snapshot.issuer;
let credential = "";
let jwt = "";
let didDocument = "";

beforeAll(async () => {
  const signed = await signCredential(database, { snapshot, statusPlace: 5, now });
  credential = signed.credential;
  jwt = signed.jwt;
  didDocument = JSON.stringify(makeDidDocument({ did, keys: await findIssuerKeys(database, { did }) }));
});

afterEach(() => vi.unstubAllGlobals());

/** An academy that answers these paths and has nothing else; what it was sent is kept. */
function answer(paths: Record<string, string>) {
  const sent: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    sent.push({ method: init?.method ?? "GET", path, body: init?.body });
    const text = paths[path];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  });
  return sent;
}

const dead = () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("The line is dead")));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const check = (text: string) => checkFile({ bytes: bytesOf(text), did, now });

/** As little of a PDF as an attachment needs. */
const pdfOf = (text: string) =>
  `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Length ${bytesOf(text).length} >>\nstream\n${text}\nendstream\nendobj\n%%EOF`;

const standingOf = (files: string[], status = "valid") => ({
  "/.well-known/did.json": didDocument,
  [`/certificates/${snapshot.serial.replace(/(.{4})(?=.)/g, "$1-")}/standing.json`]: JSON.stringify({
    status,
    files,
    credentialSha256: null,
  }),
});

test("what the academy signed is shown as it was signed, whichever file it comes in", async () => {
  for (const text of [credential, jwt, pdfOf(credential)]) {
    answer(standingOf([]));
    expect(await check(text)).toMatchObject({
      findings: {
        checks: { signature: "ok", issuer: "ok", standing: "valid" },
        facts: { names: ["آمنة بنت يوسف الأنصاري", "Amina Yusuf al-Ansari"], grade: 9_437 },
        did,
      },
    });
  }
});

test("nothing of a file is sent, not even while it is checked against what the academy says", async () => {
  const sent = answer(standingOf([]));
  await check(pdfOf(credential));
  expect(sent.length).toBeGreaterThan(1);
  for (const { method, path, body } of sent) {
    expect([method, body]).toEqual(["GET", undefined]);
    expect(path).not.toContain("Amina");
  }
});

test("a PDF is told from the very file that the academy made, of which the register keeps the hash", async () => {
  const pdf = pdfOf(credential);
  answer(standingOf([createHash("sha256").update(pdf).digest("hex")]));
  expect(await check(pdf)).toMatchObject({ findings: { checks: { file: "ok" } } });
  answer(standingOf([createHash("sha256").update(pdf).digest("hex")]));
  expect(await check(`${pdf} `)).toMatchObject({
    findings: { verdict: "other", checks: { file: "warn", signature: "ok" } },
  });
});

test("one changed letter makes it no certificate, and nothing that it says is shown", async () => {
  answer(standingOf([]));
  expect(await check(credential.replace("Amina", "Emina"))).toMatchObject({
    findings: { verdict: "altered", facts: null, checks: { signature: "failed" } },
  });
});

test("one word more than the academy ever says makes it no certificate either", async () => {
  answer(standingOf([]));
  const more = JSON.stringify({ ...JSON.parse(credential), honours: "summa cum laude" });
  expect(await check(more)).toMatchObject({ findings: { verdict: "altered", facts: null } });
});

test("what another issued is told so by its name", async () => {
  answer(standingOf([]));
  const other = { issuer: "did:web:elsewhere.example", credentialSubject: { name: "Somebody" } };
  expect(await check(JSON.stringify(other))).toMatchObject({
    findings: { verdict: "foreign", did: "did:web:elsewhere.example", facts: null },
  });
});

test("a file has nothing asked for but one of the academy's lists, and that only where it names the academy", async () => {
  const ours = "https://maqdis.example";
  const listed = async (address: string, issuer = did) => {
    const sent = answer({ "/.well-known/did.json": didDocument });
    const said = JSON.parse(credential);
    const status = { id: `${address}#6`, statusListIndex: "6", statusListCredential: address };
    const credentialStatus = { ...said.credentialStatus, ...status };
    await check(JSON.stringify({ ...said, issuer: { ...said.issuer, id: issuer }, credentialStatus }));
    return sent.map(({ path }) => path).filter((path) => path !== "/.well-known/did.json");
  };
  expect(await listed(`${ours}/credentials/status/0`)).toEqual(["/credentials/status/0"]);
  expect(await listed(`${ours}/credentials/status/0`, "did:web:elsewhere.example")).toEqual([]);
  for (const path of ["/account", "/credentials/status/00", "/credentials/status/0?a", "/x/../credentials/status/0"])
    expect(await listed(`${ours}${path}`), path).toEqual([]);
  expect(await listed("https://elsewhere.example/credentials/status/0")).toEqual([]);
  expect(await listed("https://a:b@maqdis.example/credentials/status/0")).toEqual([]);
});

test("on a dead line without the academy's keys nothing is said for the file or against it", async () => {
  dead();
  expect(await check(credential)).toMatchObject({ findings: { verdict: "keys", facts: null } });
});

test("what the register says is believed beside a signature that matches", async () => {
  answer(standingOf([], "revoked"));
  expect(await check(credential)).toMatchObject({ findings: { verdict: "revoked" } });
});

test("what was signed with the academy's key, and is in no register, is not believed", async () => {
  answer({ "/.well-known/did.json": didDocument });
  expect(await check(credential)).toMatchObject({
    findings: { verdict: "unregistered", checks: { signature: "ok", standing: "none" } },
  });
});

test("what is no certificate is refused for what it is", async () => {
  answer(standingOf([]));
  expect(await check("%PDF-1.7\n%%EOF")).toEqual({ refusal: "empty" });
  expect(await check('{"name":"a package"}')).toEqual({ refusal: "format" });
  expect(await check("A poem.")).toEqual({ refusal: "kind" });
  expect(await check(pdfOf(credential) + pdfOf(credential.replace("Amina", "Emina")))).toEqual({ refusal: "several" });
  expect(await checkFile({ bytes: new Uint8Array(17 * 1024 * 1024), did, now })).toEqual({ refusal: "large" });
});

const scan = (digits: string) => checkCode({ digits, did, now });
const codeOf = (text: string) => writeDigits(deflateRawSync(text));

test("a scanned code is checked as the file of its credential is, and sent nowhere", async () => {
  const sent = answer({
    ...standingOf([]),
    [`/certificates/${snapshot.serial.replace(/(.{4})(?=.)/g, "$1-")}/standing.json`]: JSON.stringify({
      ...{ status: "valid", files: [] },
      credentialSha256: createHash("sha256").update(credential).digest("hex"),
    }),
  });
  const result = await scan(codeOf(credential));
  expect(result).toEqual(await check(credential));
  expect(result).toMatchObject({ findings: { kind: "json", checks: { signature: "ok", file: "ok" } } });
  for (const { method, body } of sent) expect([method, body]).toEqual(["GET", undefined]);
});

test("a scanned code with one letter changed is no certificate", async () => {
  answer(standingOf([]));
  expect(await scan(codeOf(credential.replace("Amina", "Emina")))).toMatchObject({ findings: { verdict: "altered" } });
});

test("a code that was read in part, or holds something else, is refused as a code", async () => {
  answer(standingOf([]));
  const digits = codeOf(credential);
  for (const part of [digits.slice(0, -1), digits.slice(0, 900), `${digits}1`, "7", codeOf("A poem."), codeOf("{}")]) {
    expect(await scan(part)).toEqual({ refusal: "code" });
  }
});
