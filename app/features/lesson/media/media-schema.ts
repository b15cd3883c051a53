import { z } from "zod";

const factSchema = z
  .string()
  .trim()
  .max(300)
  .optional()
  .transform((text) => text || null);

/** What is said of a file: what it is called, without its ending, whose it is, and on what terms. */
export const mediaFactsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  credit: factSchema,
  licence: factSchema,
});

export type MediaFacts = z.output<typeof mediaFactsSchema>;

const pixels = z.coerce.number().int().min(0).max(16_000);

/** The part of a picture that is to be cut out, in its pixels. */
export const cropSchema = z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) });

export type Crop = z.output<typeof cropSchema>;

/** What is shown of a course's files. */
export const mediaSearchSchema = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .transform((text) => text || undefined),
  page: z.coerce.number().int().min(1).max(100).catch(1).default(1),
});
