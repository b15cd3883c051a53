import { z } from "zod";
import { countryCodes } from "#app/features/account/countries.ts";

/** The form of a group: its boxes are all called `countries`, and one that is ticked comes alone as text. */
export const countryGroupSchema = z.object({
  name: z
    .string()
    .max(80)
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(1)),
  countries: z
    .union([z.string().transform((one) => [one]), z.array(z.string())], "prices:errors.noCountries")
    .pipe(z.array(z.string().refine((code) => countryCodes.includes(code))).min(1, "prices:errors.noCountries"))
    .transform((codes) => [...new Set(codes)].sort()),
});

export type CountryGroupForm = z.output<typeof countryGroupSchema>;
