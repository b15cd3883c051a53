import { z } from "zod";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";

/** What is taken off a price for what its buyer has already, each with its name, in minor units. */
export const deductionsSchema = z.array(z.object({ titles: translatedSchema, amount: z.number().int().nonnegative() }));
export type Deduction = z.output<typeof deductionsSchema>[number];
