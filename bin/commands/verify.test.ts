import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, expect, test } from "vitest";
import { findDidDocument } from "#app/features/certificate/credential/find-did-document.server.ts";
import { presentIssuer } from "#app/features/certificate/credential/present-issuer.server.ts";
import { findStatusList } from "#app/features/certificate/credential/status-list.server.ts";
import { createSignedCertificate } from "#tests/factories/signed-certificate.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();
const now = new Date();
let folder = "";
let made: Awaited<ReturnType<typeof createSignedCertificate>>;

async function academy(...args: string[]) {
  const child = spawn(process.execPath, ["bin/academy.ts", ...args, "--json"], {
    env: { ...process.env, DATABASE_URL: database.url, PUBLIC_URL: "" },
  });
  const [out, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  return { code, said: JSON.parse(out) };
}

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maqdis-verify-"));
  const issuedAt = new Date(now.getTime() - 86_400_000).toISOString();
  made = await createSignedCertificate(database.db, { snapshot: { issuedAt } });
});

test("a certificate is valid as a PDF and as JSON, also by files alone, and not once it is changed or revoked", {
  timeout: 90_000,
}, async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  await pdf.attach(new TextEncoder().encode(made.credential), "credential.json");
  expect(await academy("verify", await fileOf("a.pdf", await pdf.save()))).toMatchObject({
    code: 0,
    said: { ok: true, kind: "pdf", genuine: true, facts: { grade: 9437 } },
  });
  const json = await fileOf("a.json", made.credential);
  const { did } = presentIssuer;
  const keys = await fileOf("did.json", JSON.stringify(await findDidDocument(database, { did, now })));
  const list = await fileOf("list.json", await findStatusList(database, { list: 0, issuer: presentIssuer, now }));
  expect(await academy("verify", json, "--did", keys, "--status", list)).toMatchObject({ code: 0, said: { ok: true } });
  const changed = await fileOf("b.json", made.credential.replace("94.37", "99.37"));
  expect(await academy("verify", changed)).toMatchObject({
    code: 1,
    said: { ok: false, genuine: false, checks: { proof: { fault: "changed" } } },
  });
  const revoked = { revokedAt: now, revokedReason: "An error", changedAt: now };
  await database.db.certificate.update({ where: { id: made.certificate.id }, data: revoked });
  expect(await academy("verify", json)).toMatchObject({
    code: 1,
    said: { ok: false, genuine: true, checks: { status: { fault: "revoked" } } },
  });
});

test("a new key signs from then on, and the doctor says whether this machine can open it", {
  timeout: 90_000,
}, async () => {
  const { said: first } = await academy("rotate-issuer-key");
  const { said } = await academy("rotate-issuer-key");
  expect(await academy("rotate-issuer-key", "--compromised", first.publicKey)).toMatchObject({
    code: 0,
    said: { did: presentIssuer.did, publicKey: null, retired: first.publicKey, compromised: true },
  });
  expect(said).toMatchObject({ ok: true, did: presentIssuer.did, compromised: false });
  const { credential } = await createSignedCertificate(database.db);
  expect(credential).toContain(said.publicKey);
  await database.db.issuerKey.updateMany({
    where: { publicKey: said.publicKey },
    data: { sealed: new Uint8Array(64) },
  });
  const { code, said: examined } = await academy("doctor");
  expect(code).toBe(1);
  expect(examined.findings).toContainEqual(expect.objectContaining({ part: "issuer key", state: "broken" }));
});
