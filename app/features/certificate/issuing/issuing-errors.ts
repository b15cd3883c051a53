import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Why an act on a certificate cannot be done, with the HTTP status of each. */
const statuses = {
  nameless: 422,
  hasNames: 422,
  unknownLearner: 422,
  unknownSubject: 422,
  notFinished: 409,
  unpaid: 409,
  superseded: 409,
  revoked: 409,
  expired: 409,
  renewInstead: 409,
  endless: 409,
  learnerGone: 409,
  alreadyDecided: 409,
  nobody: 422,
} as const;

export type IssuingRefusal = keyof typeof statuses;

export function issuingRefused(code: IssuingRefusal): ExpectedError {
  return new ExpectedError({ code, messageKey: `certificate-act:errors.${code}`, status: statuses[code] });
}
