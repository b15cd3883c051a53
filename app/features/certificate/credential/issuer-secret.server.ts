import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataDir, env } from "#app/platform/env/env.server.ts";
import { keptSecret } from "#app/platform/env/kept-secret.server.ts";

/** Where the secret lies where ISSUER_SECRET does not give one. */
export const issuerSecretFile = join(dataDir, "issuer-secret");

const IV_BYTES = 12;
const TAG_BYTES = 16;

function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "maqdis issuer key", 32));
}

/** Whether there is a secret without which nothing sealed can be opened. */
export function hasIssuerSecret(): boolean {
  return env.ISSUER_SECRET !== undefined || existsSync(issuerSecretFile);
}

/**
 * Encrypts a private key (AES-256-GCM), bound to the public key that it belongs to. Makes the secret where there is none
 * yet.
 */
export function sealPrivateKey({ privateKey, publicKey }: { privateKey: Uint8Array; publicKey: string }): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(env.ISSUER_SECRET ?? keptSecret(issuerSecretFile)), iv);
  cipher.setAAD(Buffer.from(publicKey));
  const sealed = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Decrypts it again. Throws, with words for who runs the machine, where the secret is missing or another. */
export function openPrivateKey({ sealed, publicKey }: { sealed: Uint8Array; publicKey: string }): Buffer {
  if (!hasIssuerSecret()) {
    throw new Error(`The key that signs certificates cannot be opened: ${issuerSecretFile} is missing`);
  }
  const key = sealingKey(env.ISSUER_SECRET ?? keptSecret(issuerSecretFile));
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(publicKey));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new Error("The key that signs certificates cannot be opened: it was sealed with another issuer secret", {
      cause,
    });
  }
}
