import { hkdfSync } from "node:crypto";
import { join } from "node:path";
import { dataDir, env } from "#app/platform/env/env.server.ts";
import { keptSecret } from "#app/platform/env/kept-secret.server.ts";

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
