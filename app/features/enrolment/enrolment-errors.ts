import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { EnrolmentRefusal } from "./enrolment-access.ts";

/** The error of an enrolment that the policy, or the last seat, refused. */
export function enrolmentRefused(reason: EnrolmentRefusal): ExpectedError {
  return new ExpectedError({ code: reason, messageKey: `enrolment:errors.${reason}` });
}
