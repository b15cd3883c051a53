import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { lessonDocumentSchema } from "../lesson-document.ts";
import { nodeShape } from "../lesson-node.ts";

// In the canonical form of today, so that it equals the source where nothing was changed; what no longer can be read
// as a document still tells what stood there.
const partSchema = nodeShape.transform((part) => lessonDocumentSchema.safeParse(part).data ?? part);

/**
 * From what a translation was made: title and summary of the source, and for each block of the translation the part of
 * the source, a document of one block with its notes; null for what is its own.
 */
export const translationBasisSchema = z.strictObject({
  /** The language of the source. */
  locale: localeSchema,
  title: z.string().nullable(),
  summary: z.string().nullable(),
  blocks: z.array(partSchema.nullable()).max(20_000),
});

export type TranslationBasis = z.output<typeof translationBasisSchema>;
