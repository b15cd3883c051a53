import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";
import { compactVerify, importJWK } from "jose";
import { z } from "zod";

// As verify_credential.py, for machines without Python: nothing of the academy's own code.

const CONTEXTS = "app/features/certificate/verification/contexts";
const contexts = new Map([
  ["https://www.w3.org/ns/credentials/v2", `${CONTEXTS}/credentials-v2.json`],
  ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", `${CONTEXTS}/open-badges-3.0.3.json`],
]);

const didSchema = z.looseObject({
  id: z.string(),
  verificationMethod: z.looseObject({ id: z.string() }).array(),
});
const statusSchema = z.looseObject({
  credentialStatus: z.object({ statusListIndex: z.coerce.number(), statusListCredential: z.string() }).loose(),
});
const listSchema = z.looseObject({ id: z.string(), credentialSubject: z.looseObject({ encodedList: z.string() }) });

type Evidence = { did: string; list: string };

/** Gives the pinned contexts, the issuer's document and its keys, and nothing else. */
function pinnedLoader(did: z.output<typeof didSchema>) {
  return async (url: string) => {
    const file = contexts.get(url);
    if (file) return { documentUrl: url, document: JSON.parse(await readFile(file, "utf8")), tag: "static" };
    if (url === did.id) return { documentUrl: url, document: did };
    const method = did.verificationMethod.find(({ id }) => id === url);
    if (!method) throw new Error(`Nothing is fetched: ${url}`);
    return { documentUrl: url, document: { "@context": "https://w3id.org/security/multikey/v1", ...method } };
  };
}

async function verifyProof(credential: unknown, did: z.output<typeof didSchema>): Promise<void> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const checkStatus = async () => ({ verified: true });
  const result = await verifyCredential({ credential, suite, documentLoader: pinnedLoader(did), checkStatus });
  if (!result.verified) throw result.error;
}

async function verifyJwt(jwt: string, did: z.output<typeof didSchema>): Promise<unknown> {
  const { payload } = await compactVerify(jwt, async ({ kid }) => {
    const method = did.verificationMethod.find(({ id }) => id === kid);
    const { publicKeyJwk } = z.looseObject({ publicKeyJwk: z.record(z.string(), z.string()) }).parse(method);
    return importJWK(publicKeyJwk, "EdDSA");
  });
  return JSON.parse(new TextDecoder().decode(payload));
}

async function isRevoked(said: unknown, { did, list }: Evidence): Promise<boolean> {
  const { statusListIndex: index, statusListCredential } = statusSchema.parse(said).credentialStatus;
  const listed = listSchema.parse(JSON.parse(list));
  if (listed.id !== statusListCredential) throw new Error("Another list");
  await verifyProof(listed, didSchema.parse(JSON.parse(did)));
  const bits = gunzipSync(Buffer.from(listed.credentialSubject.encodedList.slice(1), "base64url"));
  return (((bits[index >> 3] ?? 0) >> (7 - (index % 8))) & 1) === 1;
}

/** Verifies credentials, each as JSON with a Data Integrity proof or as a JWT, and reads whether they were revoked. */
export async function verifyByLibrary(texts: string[], evidence: Evidence) {
  const did = didSchema.parse(JSON.parse(evidence.did));
  const answer = async (text: string) => {
    try {
      const isJwt = text.startsWith("eyJ");
      const said = isJwt ? await verifyJwt(text, did) : JSON.parse(text);
      if (!isJwt) await verifyProof(said, did);
      return { verified: true, revoked: await isRevoked(said, evidence), why: null };
    } catch (error) {
      return { verified: false, revoked: null, why: String(error) };
    }
  };
  return Promise.all(texts.map(answer));
}
