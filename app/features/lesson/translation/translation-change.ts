import { z } from "zod";
import { lessonDocumentSchema } from "../lesson-document.ts";

const partsSchema = z.array(lessonDocumentSchema).max(200);
const lineSchema = z.string().max(1_000);

/** One change of a translation, made over what stood there: saved by itself, whatever else is changed meanwhile. */
export const translationChangeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("blocks"),
    /** Where in the translation its parts stood; where none did, before which part the new ones come. */
    at: z.number().int().min(0),
    before: partsSchema,
    after: partsSchema,
    /** What the first of them is now a translation of; left out, what it was. Null for its own. */
    basis: lessonDocumentSchema.nullable().optional(),
  }),
  z.object({
    kind: z.enum(["title", "summary"]),
    before: lineSchema,
    after: lineSchema.transform((line) => line.replace(/\s+/g, " ").trim()),
    /** What it is now a translation of; left out, what it was. */
    basis: lineSchema.optional(),
  }),
  z.object({
    kind: z.literal("move"),
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    part: lessonDocumentSchema,
  }),
]);

export type TranslationChange = z.output<typeof translationChangeSchema>;
