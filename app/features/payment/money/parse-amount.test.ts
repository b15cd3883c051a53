import { expect, test } from "vitest";
import { z } from "zod";
import { parseAmount, parseAmountField } from "./parse-amount.ts";

test.each([
  ["49", "USD", 4_900],
  ["49,90", "EUR", 4_990],
  ["٣٥٫٥", "JOD", 35_500],
  ["1250", "JPY", 1_250],
  ["700", "ISK", 700],
  ["5000", "MGA", 500_000],
])("%j %s is %i in minor units", (typed, currency, amount) => {
  expect(parseAmount(typed, currency)).toEqual({ amount });
});

test.each([
  ["12.5", "JPY", "tooManyDecimals", 'amount:tooManyDecimals|{"currency":"JPY","example":"1250"}'],
  ["12.505", "USD", "tooManyDecimals", 'amount:tooManyDecimals|{"currency":"USD","example":"12.50"}'],
  ["1.5005", "JOD", "tooManyDecimals", 'amount:tooManyDecimals|{"currency":"JOD","example":"12.500"}'],
  ["1,500", "JOD", "ambiguous", "amount:ambiguous"],
  ["35.005", "JOD", "notChargeable", 'amount:notChargeable|{"currency":"JOD","nearest":"35.000"}'],
  ["1.50", "MGA", "notChargeable", 'amount:notChargeable|{"currency":"MGA","nearest":"1.00"}'],
  ["-5", "USD", "notAnAmount", "amount:notAnAmount"],
  ["999999999", "USD", "tooLarge", "amount:tooLarge"],
])("%j %s is refused, and why is said", (typed, currency, refusal, message) => {
  expect(parseAmount(typed, currency)).toEqual({ refusal, message });
});

test("in a form what is refused is said beside its field, an empty one included", () => {
  const schema = z.object({ price: z.string().optional() }).transform(({ price }, context) => {
    return parseAmountField(context, { field: "price", typed: price, currency: "USD" }) ?? z.NEVER;
  });
  expect(schema.parse({ price: "0" })).toBe(0);
  const said = (price?: string) =>
    schema.safeParse({ price }).error?.issues.map(({ path, message }) => [path, message]);
  expect(said("x")).toEqual([[["price"], "amount:notAnAmount"]]);
  expect(said(" ")).toEqual([[["price"], "form:required"]]);
  expect(said()).toEqual([[["price"], "form:required"]]);
});
