import { findMethod } from "./issuer-methods.ts";
import { readBase58 } from "./multikey.ts";
import { type JsonObject, proofHash } from "./proof-hash.ts";
import { isSignature } from "./verify-signature.ts";

/** What may be wrong with a signature: it is not of what is said now, or of no key of the issuer that is believed. */
export type ProofFault = "changed" | "unknownKey" | "compromisedKey";

type Proven = JsonObject & { proof: JsonObject & { verificationMethod: string; proofValue: string } };

/** Verifies a Data Integrity proof of the suite `eddsa-rdfc-2022`. Returns what is wrong, or undefined. */
export async function findProofFault(document: Proven, didDocument: unknown): Promise<ProofFault | undefined> {
  const { proof: whole, ...said } = document;
  const { proofValue, ...proof } = whole;
  const key = findMethod(didDocument, { id: proof.verificationMethod, kind: "Multikey" });
  if (!key) return "unknownKey";
  const signature = readBase58(proofValue);
  const bytes = await proofHash({ document: said, proof }).catch(() => undefined);
  if (!signature || !bytes || !isSignature({ signature, bytes, publicKey: key.publicKey })) return "changed";
  return key.believed ? undefined : "compromisedKey";
}
