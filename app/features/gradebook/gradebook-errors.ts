import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = {
  noFile: 422,
  notText: 422,
  notCsv: 422,
  noLearners: 422,
  noLessons: 422,
  tooLarge: 413,
  tooMany: 422,
  changedMeanwhile: 409,
} as const;

/** Why a file of grades is not taken, in words `gradebook:errors.<code>`. */
export function gradesRefused(code: keyof typeof statuses): ExpectedError {
  return new ExpectedError({ code, messageKey: `gradebook:errors.${code}`, status: statuses[code] });
}
