import { ExpectedError } from "#app/platform/errors/errors.ts";

const refusals = {
  lastAdmin: 409,
  yourself: 409,
  adminIsNotViewed: 409,
  merged: 409,
  unverified: 409,
  suspended: 409,
  noAddresses: 400,
  tooManyAddresses: 400,
  tooLong: 400,
  notText: 400,
  nobodyToInvite: 409,
  courseNotOpen: 409,
  invitationGone: 409,
  sentJustNow: 409,
  hasAccount: 409,
  samePerson: 400,
  nobodyThere: 400,
  adminIsNotMerged: 409,
  changedMeanwhile: 409,
} as const;

export type PeopleRefusal = keyof typeof refusals;

/** What the use cases of people refuse; the message key is `people:errors.<code>`. */
export function peopleRefused(code: PeopleRefusal, values?: Record<string, string | number>): ExpectedError {
  return new ExpectedError({ code, messageKey: `people:errors.${code}`, status: refusals[code], values });
}
