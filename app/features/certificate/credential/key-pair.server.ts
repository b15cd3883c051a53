import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { z } from "zod";
import { writeMultikey } from "../verification/multikey.ts";

/** An Ed25519 key that signs. `publicKey` is a Multikey, `z6Mk…`. */
export type KeyPair = { publicKey: string; privateKey: KeyObject };

const jwkSchema = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string() });

function pairOf(privateKey: KeyObject): KeyPair {
  const jwk = jwkSchema.parse(createPublicKey(privateKey).export({ format: "jwk" }));
  return { publicKey: writeMultikey(Buffer.from(jwk.x, "base64url")), privateKey };
}

/** Makes a new key. */
export function makeKeyPair(): KeyPair {
  return pairOf(generateKeyPairSync("ed25519").privateKey);
}

/** Reads a key from PEM (PKCS #8), or that in base64. Throws for what is no Ed25519 key. */
export function readPemKeyPair(pem: string): KeyPair {
  const text = pem.includes("-----BEGIN") ? pem : Buffer.from(pem, "base64").toString("utf8");
  try {
    return pairOf(createPrivateKey(text));
  } catch (cause) {
    throw new Error("ISSUER_KEY is not an Ed25519 private key in PEM (openssl genpkey -algorithm ed25519)", { cause });
  }
}

/** The private key as bytes that `readPrivateKey` reads. */
export function writePrivateKey({ privateKey }: KeyPair): Buffer {
  return privateKey.export({ format: "der", type: "pkcs8" });
}

export function readPrivateKey(bytes: Buffer): KeyPair {
  return pairOf(createPrivateKey({ key: bytes, format: "der", type: "pkcs8" }));
}

/** The 64 bytes of an Ed25519 signature, the same each time. */
export function signBytes({ privateKey }: KeyPair, bytes: Uint8Array): Buffer {
  return sign(null, bytes, privateKey);
}
