import credentials from "./contexts/credentials-v2.json" with { type: "json" };
import openBadges from "./contexts/open-badges-3.0.3.json" with { type: "json" };

// Kept here byte for byte, and never fetched: a word that meant something else one day would change what was signed.
export const CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
export const OPEN_BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const documents = new Map<string, object>([
  [CREDENTIALS_CONTEXT, credentials],
  [OPEN_BADGES_CONTEXT, openBadges],
]);

/** Gives JSON-LD the two contexts that a credential may name, and throws for any other. */
export async function loadPinnedContext(url: string) {
  const document = documents.get(url);
  if (!document) throw new Error(`The context ${url} is not one of ours`);
  // `static` lets the processor keep what it made of a context.
  return { contextUrl: undefined, documentUrl: url, document, tag: "static" };
}
