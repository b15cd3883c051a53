import { createHash } from "node:crypto";
import type { Db } from "#app/platform/db/client.server.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { composeCredential } from "./compose-credential.ts";
import { loadSigningKey } from "./issuer-keys.server.ts";
import { addProof, signJwt } from "./sign-document.server.ts";

/**
 * Signs what a snapshot says with the issuer's present key: as JSON text with a Data Integrity proof, with the SHA-256
 * (hexadecimal) of its UTF-8 bytes, and as a JWT. Nothing is written; whoever calls keeps both texts, once and for all,
 * if `publicKey` is still the key that signs (`holdSigningKey`). Throws where this machine cannot open the key.
 */
export async function signCredential(
  { db }: { db: Db },
  { snapshot, statusPlace, now }: { snapshot: CertificateSnapshot; statusPlace: number; now: Date },
): Promise<{ credential: string; sha256: string; jwt: string; publicKey: string }> {
  const { did } = snapshot.issuer;
  const pair = await loadSigningKey({ db }, { did, now });
  const document = composeCredential({ snapshot, statusPlace });
  const signed = await addProof({ document, did, pair, created: now });
  const credential = JSON.stringify(signed);
  const sha256 = createHash("sha256").update(credential).digest("hex");
  const jwt = await signJwt({ payload: { ...document, ...registeredClaims(document) }, did, pair });
  return { credential, sha256, jwt, publicKey: pair.publicKey };
}

/** The claims that Open Badges 3.0 asks for beside the credential itself (section 8.2); times in seconds. */
function registeredClaims(document: ReturnType<typeof composeCredential>) {
  const seconds = (time: string) => Math.floor(new Date(time).getTime() / 1000);
  const exp = document.validUntil === undefined ? {} : { exp: seconds(document.validUntil) };
  return { iss: document.issuer.id, jti: document.id, nbf: seconds(document.validFrom), ...exp };
}
