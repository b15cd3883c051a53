import { readBase64url } from "./base64url.ts";
import { isList, isMatch, isObject, isSame, isText } from "./guards.ts";
import { readMultikey } from "./multikey.ts";

const isMethodList = isList((value): value is object => typeof value === "object" && value !== null, { most: 2_000 });
const isIdList = isList(isText, { least: 0, most: 2_000 });

const method = { id: isText, controller: isText };
const revoked = { revoked: isText };
const isMultikey = isObject({ ...method, type: isSame("Multikey"), publicKeyMultibase: isText }, revoked);
const isJsonWebKey = isObject(
  {
    ...method,
    type: isSame("JsonWebKey"),
    publicKeyJwk: isObject(
      { kty: isSame("OKP"), crv: isSame("Ed25519"), x: isMatch(/^[\w-]{43}$/) },
      { alg: isText, kid: isText },
    ),
  },
  revoked,
);

/** Whose document it is; undefined where it is none. */
export function documentId(didDocument: unknown): string | undefined {
  if (typeof didDocument !== "object" || didDocument === null || !("id" in didDocument)) return undefined;
  return typeof didDocument.id === "string" ? didDocument.id : undefined;
}

/**
 * The public key of 32 bytes that a DID document gives under an identifier, and whether what it signs is to be believed.
 * Undefined where the document gives no such key.
 */
export function findMethod(
  didDocument: unknown,
  { id, kind }: { id: string; kind: "Multikey" | "JsonWebKey" },
): { publicKey: Uint8Array; believed: boolean } | undefined {
  const did = documentId(didDocument);
  if (did === undefined || typeof didDocument !== "object" || didDocument === null) return undefined;
  const methods = "verificationMethod" in didDocument ? didDocument.verificationMethod : undefined;
  const asserts = "assertionMethod" in didDocument ? didDocument.assertionMethod : undefined;
  if (!isMethodList(methods) || !isIdList(asserts)) return undefined;
  for (const found of methods) {
    if (!(isMultikey(found) || isJsonWebKey(found)) || found.id !== id || found.type !== kind) continue;
    const publicKey =
      found.type === "Multikey" ? readMultikey(found.publicKeyMultibase) : readBase64url(found.publicKeyJwk.x);
    if (!publicKey || found.controller !== did) return undefined;
    return { publicKey, believed: asserts.includes(id) && found.revoked === undefined };
  }
  return undefined;
}
