import { createHash } from "node:crypto";
import { readMultikey } from "../verification/multikey.ts";
import type { IssuerKeyFacts } from "./issuer-keys.server.ts";

/** What identifies a key for Data Integrity proofs: its Multikey. */
export function multikeyId(did: string, publicKey: string): string {
  return `${did}#${publicKey}`;
}

/** What identifies the same key for JWTs: the thumbprint of its JWK (RFC 7638). */
export function jwkKeyId(did: string, publicKey: string): string {
  const { crv, kty, x } = jwkOf(publicKey);
  const thumbprint = createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
  return `${did}#${thumbprint}`;
}

function jwkOf(publicKey: string) {
  const bytes = readMultikey(publicKey);
  if (!bytes) throw new Error(`${publicKey} is no Ed25519 key`);
  return { kty: "OKP", crv: "Ed25519", x: Buffer.from(bytes).toString("base64url") } as const;
}

/**
 * The document that a `did:web` leads to (Controlled Identifiers 1.0): every key that ever signed, twice, once for Data
 * Integrity proofs and once for JWTs. A key that fell into other hands stays, as revoked, and asserts nothing.
 */
export function makeDidDocument({ did, keys }: { did: string; keys: IssuerKeyFacts[] }) {
  const believed = keys.filter(({ compromisedAt }) => compromisedAt === null);
  return {
    "@context": [
      "https://www.w3.org/ns/did/v1",
      "https://w3id.org/security/multikey/v1",
      "https://w3id.org/security/jwk/v1",
    ],
    id: did,
    verificationMethod: keys.flatMap((key) => methodsOf(did, key)),
    assertionMethod: believed.flatMap(({ publicKey }) => [multikeyId(did, publicKey), jwkKeyId(did, publicKey)]),
  };
}

function methodsOf(did: string, { publicKey, compromisedAt }: IssuerKeyFacts) {
  const revoked = compromisedAt ? { revoked: compromisedAt.toISOString() } : {};
  const jwk = jwkOf(publicKey);
  return [
    { id: multikeyId(did, publicKey), type: "Multikey", controller: did, publicKeyMultibase: publicKey, ...revoked },
    {
      id: jwkKeyId(did, publicKey),
      type: "JsonWebKey",
      controller: did,
      publicKeyJwk: { ...jwk, alg: "EdDSA", kid: jwkKeyId(did, publicKey).slice(did.length + 1) },
      ...revoked,
    },
  ];
}
