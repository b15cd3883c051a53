import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = {
  notOpenYet: 409,
  closed: 409,
  noAttemptsLeft: 409,
  wrongPassword: 422,
  withdrawn: 409,
  notStarted: 409,
  lessonClosed: 409,
  noQuestions: 409,
  unfitCorrection: 422,
  over: 409,
  wrongFile: 400,
  tooManyFiles: 409,
  anotherOpen: 409,
  busy: 503,
} as const;

/** Said where an attempt begins, by words that every lesson's page has; the others only pages of attempts have. */
const beforehand = new Set<keyof typeof statuses>([
  ...(["notOpenYet", "closed", "noAttemptsLeft", "wrongPassword"] as const),
  ...(["withdrawn", "notStarted", "lessonClosed", "noQuestions", "busy"] as const),
]);

/** Why a quiz refuses what a learner asked. */
export function quizRefused(code: keyof typeof statuses, values: Record<string, string | number> = {}): ExpectedError {
  const messageKey = `${beforehand.has(code) ? "attempt" : "quiz"}:errors.${code}`;
  return new ExpectedError({ code, messageKey, status: statuses[code], values });
}
