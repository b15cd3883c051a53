import { z } from "zod";
import { OWN_PACE, rosterSorts, rosterStates } from "./roster-filters.ts";

/** One line without control characters, which PostgreSQL and screens do not take well; nothing where nothing is said. */
const line = z.string().transform((text) => {
  const plain = text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ");
  return plain.trim().slice(0, 200) || undefined;
});

const filtersShape = {
  q: line.optional(),
  cohort: z
    .union([z.uuid(), z.literal(OWN_PACE)])
    .optional()
    .catch(undefined),
  state: z.enum(rosterStates).optional().catch(undefined),
};

/** Who is looked for, as an address says it. What is not understood counts as not said. */
export const rosterFiltersSchema = z.object(filtersShape);

export const rosterChoiceSchema = z.object({ ...filtersShape, sort: z.enum(rosterSorts).catch("enrolled") });

export const rosterSearchSchema = rosterChoiceSchema.extend({
  after: z.string().max(2_000).optional().catch(undefined),
});
