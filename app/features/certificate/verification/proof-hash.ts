import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import jsonld from "jsonld";
import { canonize } from "rdf-canonize";
import { loadPinnedContext } from "./pinned-contexts.ts";

export type JsonObject = { [key: string]: unknown };

/** The library would ask Web Crypto, which a page on an address without TLS lacks. */
function createMessageDigest() {
  const hash = sha256.create();
  return {
    update: (text: string) => void hash.update(utf8ToBytes(text)),
    digest: () => bytesToHex(hash.digest()),
  };
}

/** The one text of what a document says, whatever the order of its keys (RDFC-1.0). Throws for a term without meaning. */
export async function canonicalText(document: JsonObject): Promise<string> {
  const dataset = await jsonld.toRDF(document, {
    documentLoader: loadPinnedContext,
    base: null,
    safe: true,
    produceGeneralizedRdf: false,
    rdfDirection: "i18n-datatype",
  });
  return canonize(dataset, { algorithm: "RDFC-1.0", createMessageDigest, maxWorkFactor: 1 });
}

/** The SHA-256 of the canonical text. */
export async function canonicalHash(document: JsonObject): Promise<Uint8Array> {
  return sha256(utf8ToBytes(await canonicalText(document)));
}

/**
 * The 64 bytes that an `eddsa-rdfc-2022` proof signs: the hash of the proof's options, then that of the document
 * (Data Integrity EdDSA Cryptosuites 1.0, section 3.2). `proof` is without its value, `document` without the proof.
 */
export async function proofHash({ document, proof }: { document: JsonObject; proof: JsonObject }): Promise<Uint8Array> {
  const options = await canonicalHash({ "@context": document["@context"], ...proof });
  const said = await canonicalHash(document);
  return Uint8Array.of(...options, ...said);
}
