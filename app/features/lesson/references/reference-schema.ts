import { z } from "zod";
import { referenceKeySchema } from "../blocks/citation/cited-works.ts";
import { lineSchema } from "../blocks/lesson-attributes.ts";

/** Kinds of works, by the names that CSL has for them; `document` is one of an archive. */
export const referenceKinds = [
  "book",
  "chapter",
  "article-journal",
  "manuscript",
  "document",
  "webpage",
  "thesis",
  "map",
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** In which script the other form of a name or title is written: a language tag of CSL-M, which citeproc knows. */
export const scriptTagSchema = z.enum(["und-Arab", "und-Latn", "und-Hebr"]);
export type ScriptTag = z.output<typeof scriptTagSchema>;

const line = lineSchema.optional();

const nameParts = { family: line, given: line };

export const cslNameSchema = z
  .strictObject({
    ...nameParts,
    literal: line,
    suffix: line,
    "dropping-particle": line,
    "non-dropping-particle": line,
    multi: z.strictObject({ _key: z.partialRecord(scriptTagSchema, z.strictObject(nameParts)) }).optional(),
  })
  .refine(({ family, literal }) => family !== undefined || literal !== undefined, "needs family or literal");
export type CslName = z.output<typeof cslNameSchema>;

const names = z.array(cslNameSchema).min(1).max(50).optional();

const datePartsSchema = z.union([
  z.tuple([z.int().min(-4000).max(3000)]),
  z.tuple([z.int().min(-4000).max(3000), z.int().min(1).max(12)]),
  z.tuple([z.int().min(-4000).max(3000), z.int().min(1).max(12), z.int().min(1).max(31)]),
]);

export const cslDateSchema = z
  .strictObject({
    "date-parts": z.array(datePartsSchema).min(1).max(2).optional(),
    literal: line,
    circa: z.literal(true).optional(),
  })
  .refine((date) => date["date-parts"] !== undefined || date.literal !== undefined, "needs date-parts or literal");

const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(2000)
  .optional();

/** A work, as an item of CSL-JSON: of its fields those that the academy's style prints or finds works by. */
export const cslItemSchema = z.strictObject({
  id: referenceKeySchema,
  type: z.enum(referenceKinds),
  title: lineSchema,
  "title-short": line,
  author: names,
  editor: names,
  translator: names,
  issued: cslDateSchema.optional(),
  accessed: cslDateSchema.optional(),
  "container-title": line,
  "collection-title": line,
  publisher: line,
  "publisher-place": line,
  volume: line,
  issue: line,
  page: line,
  edition: line,
  genre: line,
  archive: line,
  "archive-place": line,
  archive_location: line,
  URL: webAddress,
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, "must be a DOI such as 10.1000/182")
    .max(300)
    .optional(),
  ISBN: line,
  language: line,
  note: line,
  /** The title in another script, as CSL-M has it. */
  multi: z.strictObject({ _keys: z.strictObject({ title: z.partialRecord(scriptTagSchema, lineSchema) }) }).optional(),
});

export type CslItem = z.output<typeof cslItemSchema>;

const SCRIPTS: [RegExp, ScriptTag][] = [
  [/\p{Script=Arabic}/u, "und-Arab"],
  [/\p{Script=Hebrew}/u, "und-Hebr"],
];

/** The script of the first letter that has one; Latin where there is none. */
export function scriptOf(text: string): ScriptTag {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return SCRIPTS.find(([script]) => script.test(letter))?.[1] ?? "und-Latn";
}
