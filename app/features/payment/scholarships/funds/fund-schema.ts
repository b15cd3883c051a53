import { z } from "zod";
import { parseAmountField } from "#app/features/payment/money/parse-amount.ts";
import { currencyCodes } from "#app/platform/i18n/currency.ts";
import { fundName, fundReason } from "../scholarship-schema.ts";

type Typed = { limit?: string | undefined; currency: string };

/** What may be given in all, in minor units; more than nothing. */
function readLimit(context: Parameters<typeof parseAmountField>[0], { limit, currency }: Typed): number {
  const amount = parseAmountField(context, { field: "limit", typed: limit, currency });
  if (amount === 0) context.addIssue({ code: "custom", path: ["limit"], message: "scholarship-admin:fund.nothing" });
  return amount || z.NEVER;
}

const limit = z.string().max(40).optional();

/** The form by which a fund is made. */
export const makeFundSchema = z
  .object({ intent: z.literal("make"), name: fundName, currency: z.enum(currencyCodes), limit })
  .transform((typed, context) => ({ ...typed, limit: readLimit(context, typed) }));

/** The forms by which a fund of a currency is changed, closed, and opened again. */
export const changeFundSchema = (currency: string) =>
  z
    .object({ intent: z.literal("change"), name: fundName, limit, reason: fundReason })
    .transform((typed, context) => ({ ...typed, limit: readLimit(context, { ...typed, currency }) }));

export const closeFundSchema = z.object({ intent: z.enum(["close", "open"]), reason: fundReason });
