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

/** What a document says, as statements (RDF). Throws for a term without meaning. */
export async function toStatements(document: JsonObject): Promise<object[]> {
  return jsonld.toRDF(document, {
    documentLoader: loadPinnedContext,
    base: null,
    safe: true,
    produceGeneralizedRdf: false,
    rdfDirection: "i18n-datatype",
  });
}

/** The SHA-256 of the one text of what is said, whatever its order (RDFC-1.0). Throws for what is tangled on purpose. */
export async function hashStatements(statements: object[]): Promise<Uint8Array> {
  const text = await canonize(statements, { algorithm: "RDFC-1.0", createMessageDigest, maxWorkFactor: 1 });
  return sha256(utf8ToBytes(text));
}

/** The document of a proof's options, in the contexts of what it proves. */
export function proofOptions({ document, proof }: { document: JsonObject; proof: JsonObject }): JsonObject {
  return { "@context": document["@context"], ...proof };
}

/**
 * The 64 bytes that an `eddsa-rdfc-2022` proof signs: the hash of the proof's options, then that of the document
 * (Data Integrity EdDSA Cryptosuites 1.0, section 3.2). `proof` is without its value, `document` without the proof.
 */
export async function proofHash({ document, proof }: { document: JsonObject; proof: JsonObject }): Promise<Uint8Array> {
  const options = await hashStatements(await toStatements(proofOptions({ document, proof })));
  const said = await hashStatements(await toStatements(document));
  return Uint8Array.of(...options, ...said);
}
