import { referenceKeySchema } from "../blocks/citation/cited-works.ts";
import { type CslItem, cslItemSchema, type ReferenceKind } from "./reference-schema.ts";

/** A work of a file as the bibliography takes it: with the names of what it had and is left out, or why it is refused. */
export type TakenWork =
  | { item: CslItem; lost: string[] }
  | { name: string; reason: "noTitle" | "badKey" | "unreadable" };

const LIKE: Partial<Record<string, ReferenceKind>> = {
  ...{ article: "article-journal", "article-magazine": "article-journal", "article-newspaper": "article-journal" },
  ...{ "paper-conference": "chapter", "entry-encyclopedia": "chapter", "entry-dictionary": "chapter" },
  ...{ report: "book", pamphlet: "book", post: "webpage", "post-weblog": "webpage", speech: "manuscript" },
};
const KINDS: readonly string[] = cslItemSchema.shape.type.options;
// What the library notes for itself, and what every item has.
const SILENT = new Set(["id", "type", "_graph", "citation-key", "custom", "citation-label"]);

function keyOf(raw: Record<string, unknown>): string {
  const given = String(raw["citation-key"] ?? raw.id ?? "");
  const plain = given.normalize("NFD").replace(/\p{M}/gu, "");
  return plain
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^[-_]+|[-_]+$/g, "")
    .slice(0, 64);
}

function textOf(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.replace(/<\/?[a-z][^>]*>/gi, "") : value;
}

function kindOf(raw: Record<string, unknown>): { type: ReferenceKind; lost: string[] } {
  const given = String(raw.type ?? "");
  const known = KINDS.find((kind) => kind === given);
  if (known) return { type: cslItemSchema.shape.type.parse(known), lost: [] };
  return { type: LIKE[given] ?? "document", lost: ["type"] };
}

function dateOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { "date-parts": parts, literal, raw } = value as Record<string, unknown>;
  if (!Array.isArray(parts)) return { literal: literal ?? raw };
  return { "date-parts": parts.map((part) => (Array.isArray(part) ? part.map(Number) : part)) };
}

/** What of a foreign item of CSL-JSON the bibliography takes, field by field. */
export function takeWork(raw: Record<string, unknown>): TakenWork {
  const name = String(raw.title ?? raw.id ?? "").slice(0, 200);
  if (typeof raw.title !== "string" || raw.title.trim() === "") return { name, reason: "noTitle" };
  const key = referenceKeySchema.safeParse(keyOf(raw));
  if (!key.success) return { name, reason: "badKey" };
  const { type, lost } = kindOf(raw);
  const start: Record<string, unknown> = { id: key.data, type };
  const shape: Record<string, unknown> = cslItemSchema.shape;
  for (const [field, value] of Object.entries(raw)) {
    if (SILENT.has(field) || value === undefined || value === "") continue;
    const fit = field === "issued" || field === "accessed" ? dateOf(value) : textOf(value);
    const tried = field in shape ? cslItemSchema.partial().safeParse({ [field]: fit }) : undefined;
    if (tried?.success) start[field] = fit;
    else lost.push(field);
  }
  const parsed = cslItemSchema.safeParse(start);
  return parsed.success ? { item: parsed.data, lost } : { name, reason: "unreadable" };
}
