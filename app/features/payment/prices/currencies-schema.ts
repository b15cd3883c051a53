import { z } from "zod";
import { currencyCodes } from "#app/platform/i18n/currency.ts";

const code = z.enum(currencyCodes);

/** The form of the academy's currencies; one box that is ticked comes alone as text. */
export const currenciesSchema = z.object({
  currencies: z
    .union([code.transform((one) => [one]), z.array(code).min(1)], "prices:errors.noCurrency")
    .transform((codes) => currencyCodes.filter((one) => codes.includes(one))),
});
