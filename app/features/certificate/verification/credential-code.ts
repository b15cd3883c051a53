import { inflate } from "./inflate.ts";

/** What the largest QR code holds in digits (ISO/IEC 18004, version 40-L): no code of ours has more. */
const MOST_DIGITS = 7_089;

/** Ten times what a credential is, in bytes; a few kilobytes can be made to fill any memory. */
export const MOST_CODED_BYTES = 64 * 1024;

/**
 * Bytes as decimal digits, 2.41 for each, since a QR code packs nothing as tightly as digits: one large number, after
 * a 1 that keeps the zeros at its beginning.
 */
export function writeDigits(bytes: Uint8Array): string {
  const hexadecimal = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return BigInt(`0x1${hexadecimal}`).toString();
}

/** The bytes that `writeDigits` wrote; undefined for digits that it never writes, and for more than a code holds. */
export function readDigits(digits: string): Uint8Array<ArrayBuffer> | undefined {
  if (digits.length > MOST_DIGITS || !/^[1-9][0-9]*$/.test(digits)) return undefined;
  const hexadecimal = BigInt(digits).toString(16);
  if (!hexadecimal.startsWith("1") || hexadecimal.length % 2 === 0) return undefined;
  const pairs = hexadecimal.slice(1).match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/**
 * The text of a credential, as bytes, from the digits of the code on a certificate's second page: raw deflate, written
 * as one number. Undefined for what is no such code, or a part of one. It may still be no credential at all.
 */
export async function readCredentialCode(digits: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const deflated = readDigits(digits);
  return deflated && inflate(deflated, { format: "deflate-raw", most: MOST_CODED_BYTES });
}
