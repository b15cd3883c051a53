import { z } from "zod";
import { fullNameArabicSchema, fullNameLatinSchema } from "#app/features/account/profile-schema.ts";

/** The names of a learner as they will stand on her certificates: one at least. */
export const namesSchema = z
  .object({ fullNameArabic: fullNameArabicSchema, fullNameLatin: fullNameLatinSchema })
  .refine(({ fullNameArabic, fullNameLatin }) => fullNameArabic !== null || fullNameLatin !== null, {
    path: ["fullNameArabic"],
    message: "certificate:names.oneNeeded",
  });

export type Names = z.output<typeof namesSchema>;
