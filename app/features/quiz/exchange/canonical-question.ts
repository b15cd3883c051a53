import { createHash } from "node:crypto";
import type { ExchangedQuestion } from "./exchanged-question.ts";

const REFERENCES = new Set(["id", "match", "category", "region"]);
const GAP = /\{\{\s*([a-z0-9-]{1,40})\s*\}\}/g;

/** Names parts by the order in which they are first spoken of: p1, p2 … */
function namer() {
  const names = new Map<string, string>();
  return (id: string) => {
    const name = names.get(id) ?? `p${names.size + 1}`;
    names.set(id, name);
    return name;
  };
}

function renamed(value: unknown, key: string, name: (id: string) => string): unknown {
  if (typeof value === "string") {
    if (REFERENCES.has(key)) return name(value);
    return value.replace(GAP, (_, id: string) => `{{${name(id)}}}`);
  }
  if (Array.isArray(value)) return value.map((one) => renamed(one, key, name));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([own, one]) => [own, renamed(one, own, name)]));
}

const place = (response: unknown) =>
  typeof response === "object" && response !== null && "id" in response ? Number(String(response.id).slice(1)) : 0;

/**
 * A question as one text that two questions share when they say the same: ids of parts do not count, since importing
 * makes new ones, nor does the order in which the responses of a matching question are stored, since it is never
 * shown. The order of tags does not count either.
 */
export function canonicalQuestion({ name, type, body, tags, category }: ExchangedQuestion): string {
  const said = renamed(body, "", namer());
  if (type === "matching" && typeof said === "object" && said !== null && "responses" in said) {
    const { responses } = said;
    if (Array.isArray(responses)) responses.sort((a, b) => place(a) - place(b));
  }
  return JSON.stringify({ name, type, category, tags: [...tags].sort(), body: said });
}

/** SHA-256 of the canonical text, in hexadecimal. */
export function questionDigest(question: ExchangedQuestion): string {
  return createHash("sha256").update(canonicalQuestion(question)).digest("hex");
}
