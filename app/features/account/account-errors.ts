import { ExpectedError } from "#app/platform/errors/errors.ts";

const refusals = {
  wrongCredentials: 401,
  wrongPassword: 400,
  wrongCode: 400,
  challengeOver: 400,
  linkSpent: 400,
  secondFactorAlreadyOn: 409,
  registrationClosed: 403,
  registrationByInvitation: 403,
  invitationGone: 409,
  hasAccount: 409,
  suspended: 403,
  tooManyCodes: 429,
  passkeyRefused: 400,
  sessionOld: 403,
  proofTooOld: 403,
} as const;

export type AccountRefusal = keyof typeof refusals;

/** What an account's use case refuses; the message key is `account:errors.<code>`. */
export function refuse(code: AccountRefusal): ExpectedError {
  return new ExpectedError({ code, messageKey: `account:errors.${code}`, status: refusals[code] });
}
