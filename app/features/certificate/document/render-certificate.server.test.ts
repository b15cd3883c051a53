import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeDesign, makeSnapshot } from "#tests/factories/certificate.ts";
import { renderCertificate } from "./render-certificate.server.ts";

const credential = '{"type":["VerifiableCredential","OpenBadgeCredential"]}';
const input = { snapshot: makeSnapshot(), design: makeDesign(), form: "ar-en" as const, images: new Map(), credential };

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("a certificate is a PDF/A-3a that carries its credential, the same bytes each time", async () => {
  const first = await renderCertificate(input);
  const second = await renderCertificate(input);
  expect(sha256(second)).toBe(sha256(first));
  const text = Buffer.from(first).toString("latin1");
  expect(text).toContain("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
  expect(text).toContain("credential.json");
  expect(first.length).toBeLessThan(200 * 1024);
});

test("a fresh process, on a machine with another clock and language, makes the same bytes", {
  timeout: 60_000,
}, async () => {
  const args = ["tests/durability/render-in-process.ts", JSON.stringify({ ...input, images: [] })];
  const elsewhere = { env: { ...process.env, TZ: "Pacific/Auckland", LANG: "fa_IR.UTF-8", LC_ALL: "fa_IR.UTF-8" } };
  const [here, { stdout }] = await Promise.all([
    renderCertificate(input),
    promisify(execFile)(process.execPath, args, elsewhere),
  ]);
  expect(stdout.trim()).toBe(sha256(here));
});
