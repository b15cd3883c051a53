import { z } from "zod";
import { SYSTEM } from "./audit-filters.ts";

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

const word = z.string().regex(/^[\w.-]{1,80}$/);

/** What the search part of the address holds. What is not understood counts as not said. */
export const auditFiltersSchema = z.object({
  q: line.optional().catch(undefined),
  action: word.optional().catch(undefined),
  type: word.optional().catch(undefined),
  subject: line.optional().catch(undefined),
  actor: z
    .union([z.uuid(), z.literal(SYSTEM)])
    .optional()
    .catch(undefined),
  person: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  request: word.optional().catch(undefined),
});

export const auditSearchSchema = auditFiltersSchema.extend({
  cursor: z.string().max(300).optional().catch(undefined),
});
