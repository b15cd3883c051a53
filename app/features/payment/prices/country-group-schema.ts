import { z } from "zod";
import { countryCodes } from "#app/features/account/countries.ts";
import { inOneLine } from "./price-schema.ts";

/** The form of a group: its boxes are all called `countries`, and one that is ticked comes alone as text. */
export const countryGroupSchema = z.object({
  name: z.string().max(200).transform(inOneLine).pipe(z.string().min(1).max(80)),
  countries: z
    .union([z.string().transform((one) => [one]), z.array(z.string())], "prices:errors.noCountries")
    .pipe(z.array(z.string().refine((code) => countryCodes.includes(code))).min(1, "prices:errors.noCountries"))
    .transform((codes) => [...new Set(codes)].sort()),
});

export type CountryGroupForm = z.output<typeof countryGroupSchema>;
