import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { giveSchemasMessageKeys } from "#app/platform/i18n/form-messages.ts";
import { parseEnv } from "./env.server.ts";

// As in the running academy, where whoever runs it is told in plain words all the same.
giveSchemasMessageKeys();

const folder = mkdtempSync(join(tmpdir(), "maqdis-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("any setting may lie in a file, without the line break that editors leave at its end", () => {
  const secret = "s".repeat(40);
  const env = parseEnv({
    AUTH_SECRET_FILE: file("auth", `${secret}\n`),
    DATABASE_URL_FILE: file("database", "postgres://academy:p%20w@db/academy\r\n"),
    PORT_FILE: file("port", "4000"),
  });
  expect(env).toMatchObject({
    AUTH_SECRET: secret,
    DATABASE_URL: "postgres://academy:p%20w@db/academy",
    PORT: 4_000,
  });
});

test("a key of several lines comes whole", () => {
  const pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----\n";
  expect(parseEnv({ ISSUER_KEY_FILE: file("key", pem) }).ISSUER_KEY).toBe(pem.trimEnd());
});

test("a file that is not there, and a setting that is given twice, are named; what they hold is not", () => {
  const missing = join(folder, "nowhere");
  expect(() => parseEnv({ AUTH_SECRET_FILE: missing })).toThrow(`AUTH_SECRET_FILE: ${missing} cannot be read (ENOENT)`);
  const secret = "only this file knows it, 32 characters";
  const twice = { AUTH_SECRET: secret, AUTH_SECRET_FILE: file("twice", secret) };
  expect(() => parseEnv(twice)).toThrow("AUTH_SECRET: it and AUTH_SECRET_FILE are both set");
  const short = { AUTH_SECRET_FILE: file("short", "too short") };
  expect(() => parseEnv(short)).toThrow(/AUTH_SECRET: Too small/);
  expect(() => parseEnv(short)).toThrow(expect.not.stringContaining("too short"));
});

test("an empty file is as a setting that is not set", () => {
  expect(parseEnv({ STRIPE_SECRET_KEY_FILE: file("empty", "\n") }).STRIPE_SECRET_KEY).toBeUndefined();
});
