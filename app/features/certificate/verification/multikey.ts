import { decode, encode } from "base58-universal";

// The codes of an Ed25519 public key, as a multicodec varint; see Controlled Identifiers 1.0, "Multikey".
const ED25519_PUBLIC = [0xed, 0x01] as const;
const KEY_BYTES = 32;

/** Bytes in the spelling of multibase that begins with `z`: base 58 as Bitcoin writes it. */
export function writeBase58(bytes: Uint8Array): string {
  return `z${encode(bytes)}`;
}

/** Reads such a spelling back; undefined for what is none. */
export function readBase58(text: string): Uint8Array | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return undefined;
  return decode(text.slice(1));
}

/** An Ed25519 public key of 32 bytes as a Multikey, `z6Mk…`. */
export function writeMultikey(publicKey: Uint8Array): string {
  return writeBase58(Uint8Array.of(...ED25519_PUBLIC, ...publicKey));
}

/** The 32 bytes of an Ed25519 public key; undefined for what is none. */
export function readMultikey(multikey: string): Uint8Array | undefined {
  const bytes = readBase58(multikey);
  if (bytes?.length !== KEY_BYTES + ED25519_PUBLIC.length) return undefined;
  if (bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1]) return undefined;
  return bytes.slice(ED25519_PUBLIC.length);
}
