import { z } from "zod";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

/** Whether each stands later than the one before it. */
export const inOrder = <T extends { at: number }>(list: T[]) =>
  list.every(({ at }, i) => i === 0 || at > (list[i - 1]?.at ?? 0));

/** Whole seconds from the beginning of the video. */
export const momentSchema = z.int().min(0).max(86_400);

/** What `Lecture.chapters` and `ReleaseLecture.chapters` hold. */
export const chaptersSchema = z
  .array(z.object({ at: momentSchema, titles: translatedSchema }))
  .max(200)
  .refine(inOrder, "chapters stand in the order of their time, no two at one time");

/** What `Lecture.slides` and `ReleaseLecture.slides` hold: pictures in storage, each shown from its time on. */
export const slidesSchema = z
  .array(
    z.object({
      at: momentSchema,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      contentType: z.enum(["image/jpeg", "image/png", "image/webp", "image/avif"]),
    }),
  )
  .max(500)
  .refine(inOrder, "slides stand in the order of their time, no two at one time");

export type Chapter = z.infer<typeof chaptersSchema>[number];
export type Slide = z.infer<typeof slidesSchema>[number];
