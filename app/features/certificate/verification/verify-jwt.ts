import { readBase64url } from "./base64url.ts";
import { isObject, isSame, isText } from "./guards.ts";
import { findMethod } from "./issuer-methods.ts";
import { parseStrictJson } from "./parse-strict-json.ts";
import type { ProofFault } from "./verify-proof.ts";
import { isSignature } from "./verify-signature.ts";

const isHeader = isObject({ alg: isSame("EdDSA"), typ: isSame("vc+jwt"), cty: isSame("vc"), kid: isText });

/** A JWT taken apart: what it says, and what its signature was made of. Undefined for what is none of ours. */
export function readJwt(jwt: string) {
  const parts = jwt.split(".");
  const [head, body, tail] = parts;
  if (parts.length !== 3 || head === undefined || body === undefined || tail === undefined) return undefined;
  const header = readPart(head);
  const signature = readBase64url(tail);
  if (!isHeader(header) || !signature) return undefined;
  return { kid: header.kid, payload: readPart(body), signature, bytes: new TextEncoder().encode(`${head}.${body}`) };
}

function readPart(part: string): unknown {
  const bytes = readBase64url(part);
  if (!bytes) return undefined;
  try {
    return parseStrictJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Verifies the signature of a JWT. Returns what is wrong, or undefined. */
export function findJwtFault(
  { kid, signature, bytes }: { kid: string; signature: Uint8Array; bytes: Uint8Array },
  didDocument: unknown,
): ProofFault | undefined {
  const key = findMethod(didDocument, { id: kid, kind: "JsonWebKey" });
  if (!key) return "unknownKey";
  if (!isSignature({ signature, bytes, publicKey: key.publicKey })) return "changed";
  return key.believed ? undefined : "compromisedKey";
}
