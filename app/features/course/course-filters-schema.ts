import { z } from "zod";
import { Level } from "#app/platform/db/generated/enums.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { courseSorts } from "./course-filters.ts";

const slug = z.string().regex(/^[a-z0-9-]{1,100}$/);

/** What the search part of the catalogue's address holds. What is not understood counts as not said. */
export const courseFiltersSchema = z.object({
  q: z
    .string()
    // Control characters; PostgreSQL holds no NUL.
    .transform(
      (text) =>
        text
          .replace(/\p{Cc}+/gu, " ")
          .trim()
          .slice(0, 100) || undefined,
    )
    .optional(),
  subject: slug.optional().catch(undefined),
  level: z.enum(Level).optional().catch(undefined),
  language: localeSchema.optional().catch(undefined),
  price: z.enum(["free", "paid"]).optional().catch(undefined),
  instructor: slug.optional().catch(undefined),
  sort: z.enum(courseSorts).optional().catch(undefined),
  cursor: z.string().max(2_000).optional().catch(undefined),
});
