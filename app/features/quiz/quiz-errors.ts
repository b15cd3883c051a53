import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = {
  notOpenYet: 409,
  closed: 409,
  noAttemptsLeft: 409,
  wrongPassword: 422,
  withdrawn: 409,
  notStarted: 409,
  noQuestions: 409,
  unfitCorrection: 422,
  over: 409,
  wrongFile: 400,
  tooManyFiles: 409,
  busy: 503,
} as const;

/** Why a quiz refuses what a learner asked. */
export function quizRefused(code: keyof typeof statuses, values: Record<string, string | number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `quiz:errors.${code}`, status: statuses[code], values });
}
