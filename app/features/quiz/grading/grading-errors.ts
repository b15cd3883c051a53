import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = { gradedMeanwhile: 409, rubricIncomplete: 422, badPoints: 422, tooManyPoints: 422 } as const;

/** Why a grade is not taken. */
export function gradeRefused(code: keyof typeof statuses, values: Record<string, string | number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `quiz-results:errors.${code}`, status: statuses[code], values });
}
