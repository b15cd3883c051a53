import { z } from "zod";
import { peopleRoles, peopleStates } from "./people-filters.ts";

/** One line without control characters, which PostgreSQL and screens do not take well; nothing where nothing is said. */
const line = z.string().transform((text) => {
  const plain = text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ");
  return plain.trim().slice(0, 200) || undefined;
});

const day = z.iso.date().optional().catch(undefined);

const filtersShape = {
  q: line.optional(),
  role: z.enum(peopleRoles).optional().catch(undefined),
  state: z.enum(peopleStates).optional().catch(undefined),
  factor: z.literal("without").optional().catch(undefined),
  from: day,
  to: day,
};

/** Who is looked for, as an address says it. What is not understood counts as not said. */
export const peopleFiltersSchema = z.object(filtersShape);

export const peopleSearchSchema = z.object({
  ...filtersShape,
  cursor: z.string().max(200).optional().catch(undefined),
});

export const personParams = z.object({ person: z.uuid() });
