import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Why a learner cannot do something about her scholarship; each has a message `scholarships:errors.<code>`. */
export type LearnerRefusal = "held" | "granted" | "free" | "verifyEmail" | "decided";

/** The same for who decides; each has a message `scholarship-admin:errors.<code>`. */
export type DecisionRefusal =
  | "decided"
  | "used"
  | "own"
  | "held"
  | "payingNow"
  | "stripeAway"
  | "fundClosed"
  | "fundCurrency"
  | "fundSpent"
  | "belowGranted"
  | "free";

export function scholarshipRefused(code: LearnerRefusal): ExpectedError {
  return new ExpectedError({ code, messageKey: `scholarships:errors.${code}` });
}

export function decisionRefused(code: DecisionRefusal): ExpectedError {
  return new ExpectedError({ code, messageKey: `scholarship-admin:errors.${code}` });
}

/** Why she cannot have a place now, said to who would give it to her: `reason` is a refusal of enrolling. */
export function placeRefused(reason: string): ExpectedError {
  return new ExpectedError({ code: `place.${reason}`, messageKey: `scholarship-admin:place.${reason}` });
}
