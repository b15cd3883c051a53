import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { MAX_CAPTION_BYTES } from "../captions/caption-file.ts";
import { tidyCueText } from "../captions/read-timing.ts";
import { chaptersSchema, momentSchema } from "../lecture-schema.ts";

const seconds = z.number().min(0).max(86_400);

/** Captions as they are kept: in the order of their beginnings, each with words and a length. */
export const cuesSchema = z
  .array(
    z
      .object({ from: seconds, to: seconds, text: z.string().max(5_000) })
      .transform(({ text, ...times }) => ({ ...times, text: tidyCueText(text.toWellFormed().replaceAll("\0", "")) }))
      .refine(({ from, to, text }) => Math.round(to * 1000) > Math.round(from * 1000) && text !== ""),
  )
  .max(20_000)
  .refine((cues) => cues.every(({ from }, i) => i === 0 || from >= (cues[i - 1]?.from ?? 0)));

/** JSON in a field of a form. */
const json = z
  .string()
  .max(MAX_CAPTION_BYTES * 2)
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  });

export const saveCaptionsSchema = z.object({
  locale: localeSchema,
  cues: json.pipe(cuesSchema),
  /** Of what was edited; absent where there were no captions. */
  updatedAt: z.iso.datetime().optional(),
});

export const saveChaptersSchema = z.object({ chapters: json.pipe(chaptersSchema), before: json.pipe(chaptersSchema) });

export const attachVideoSchema = z.object({ video: z.uuid(), confirmed: z.stringbool().default(false) });
export const slideMomentSchema = z.coerce.number().pipe(momentSchema);
export const addSlideSchema = z.object({ at: slideMomentSchema, picture: z.instanceof(File) });
export const removeSlideSchema = z.object({ at: slideMomentSchema });
