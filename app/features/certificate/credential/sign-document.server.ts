import { CompactSign } from "jose";
import { writeBase58 } from "../verification/multikey.ts";
import type { JsonObject } from "../verification/proof-hash.ts";
import { jwkKeyId, multikeyId } from "./did-document.ts";
import { hashApart } from "./hash-apart.server.ts";
import { type KeyPair, signBytes } from "./key-pair.server.ts";

/** Adds a Data Integrity proof of the suite `eddsa-rdfc-2022` to a document. The same input gives the same proof. */
export async function addProof<Document extends JsonObject>(input: {
  document: Document;
  did: string;
  pair: KeyPair;
  created: Date;
}): Promise<Document & { proof: JsonObject }> {
  const { document, did, pair, created } = input;
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    created: toSeconds(created),
    verificationMethod: multikeyId(did, pair.publicKey),
    proofPurpose: "assertionMethod",
  };
  const hash = await hashApart({ document, proof });
  return { ...document, proof: { ...proof, proofValue: writeBase58(signBytes(pair, hash)) } };
}

/** The document as a compact JWS whose payload it is (Securing Verifiable Credentials using JOSE and COSE, 3.1). */
export async function signJwt(input: { payload: JsonObject; did: string; pair: KeyPair }): Promise<string> {
  const { payload, did, pair } = input;
  const header = { alg: "EdDSA", typ: "vc+jwt", cty: "vc", kid: jwkKeyId(did, pair.publicKey) };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader(header)
    .sign(pair.privateKey);
}

/** Without milliseconds, as most who check expect it. */
export function toSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, "Z");
}
