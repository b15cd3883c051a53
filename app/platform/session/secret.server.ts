import { hkdfSync, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataDir, env } from "#app/platform/env/env.server.ts";

let secret: string | undefined;

/** What sessions are signed with: AUTH_SECRET, or one made at first start and kept in the data folder. */
export function sessionSecret(): string {
  secret ??= env.AUTH_SECRET ?? keptSecret(join(dataDir, "auth-secret"));
  return secret;
}

/** A key of 32 bytes for one purpose, made from the secret (HKDF, RFC 5869): what one signs is nothing to another. */
export function derivedKey(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", sessionSecret(), "", purpose, 32));
}

function keptSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  try {
    // `wx` so that of several processes starting at once the first one's secret stands.
    writeFileSync(path, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8").trim();
}
