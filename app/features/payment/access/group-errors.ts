import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Why something about a group of seats cannot be done. Each has a message `groups:errors.<code>`. */
export const groupRefusals = [
  "courseUnknown",
  "cohortNeeded",
  "expiryPast",
  "groupClosed",
  "ofOrder",
  "tooDear",
  "noAddresses",
  "noSeatLeft",
  "invitationGone",
  "sentJustNow",
  "notText",
  "tooLong",
  "tooMany",
] as const;
export type GroupRefusal = (typeof groupRefusals)[number];

export function groupRefused(code: GroupRefusal, values: Record<string, string | number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `groups:errors.${code}`, status: 409, values });
}
