import { hashes, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

hashes.sha512 = sha512;

const SIGNATURE_BYTES = 64;

/**
 * Whether the Ed25519 signature is one of the key for those bytes (RFC 8032, strictly). In JavaScript, since Web Crypto
 * is missing on addresses without TLS and knows Ed25519 only in newer browsers; it takes a few milliseconds.
 */
export function isSignature(input: { signature: Uint8Array; bytes: Uint8Array; publicKey: Uint8Array }): boolean {
  if (input.signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verify(input.signature, input.bytes, input.publicKey, { zip215: false });
  } catch {
    return false;
  }
}
