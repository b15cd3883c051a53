import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Why a price or a group of countries cannot be kept so. Each has a message `prices:errors.<code>`. */
export type PricesRefusal =
  | "ambiguous"
  | "alreadyEnded"
  | "currencyNotUsed"
  | "noCohort"
  | "noGroup"
  | "groupNameTaken"
  | "groupInUse";

export function pricesRefused(code: PricesRefusal): ExpectedError {
  return new ExpectedError({ code, messageKey: `prices:errors.${code}`, status: 409 });
}

/** The field beside which each is said. */
export const fieldsOfPriceRefusals: Partial<Record<string, string>> = {
  ambiguous: "accepted",
  currencyNotUsed: "currency",
  noCohort: "cohortId",
  noGroup: "countryGroupId",
  groupNameTaken: "name",
} satisfies Partial<Record<PricesRefusal, string>>;
