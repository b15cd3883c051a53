import { z } from "zod";
import { orderLineKinds, orderNeeds, orderStates, paymentMethods } from "./order-filters.ts";

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

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/);

/** What the search part of the address holds. What is not understood counts as not said. */
export const orderFiltersSchema = z.object({
  q: line.optional().catch(undefined),
  state: z.enum(orderStates).optional().catch(undefined),
  method: z.enum(paymentMethods).optional().catch(undefined),
  kind: z.enum(orderLineKinds).optional().catch(undefined),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  course: slug.optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  needs: z.enum(orderNeeds).optional().catch(undefined),
});

export const orderSearchSchema = orderFiltersSchema.extend({
  cursor: z.string().max(300).optional().catch(undefined),
});
