import { z } from "zod";
import { certificateCauses, certificateStatuses } from "./register-filters.ts";

/** One line without control characters, which PostgreSQL and screens do not take well. */
const line = z
  .string()
  .transform((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1).max(200));

const achievement = z.string().regex(/^(course|programme):[a-z0-9-]{1,120}$/);

/** What the search part of the register's address holds. What is not understood counts as not said. */
export const registerFiltersSchema = z.object({
  q: line.optional().catch(undefined),
  for: achievement.optional().catch(undefined),
  status: z.enum(certificateStatuses).optional().catch(undefined),
  cause: z.enum(certificateCauses).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
});

export const registerSearchSchema = registerFiltersSchema.extend({
  cursor: z.string().max(300).optional().catch(undefined),
});
