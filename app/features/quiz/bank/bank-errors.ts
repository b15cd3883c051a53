import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = {
  sameName: 422,
  categoryMissing: 422,
  categoryInUse: 409,
  categoryInItself: 422,
  categoryTooDeep: 422,
  tooManyCategories: 422,
  noneChosen: 422,
  pictureTooLarge: 422,
  pictureUnknown: 422,
  tooManyPictures: 422,
} as const;

/** Why the bank refuses what an instructor asked. */
export function bankRefused(code: keyof typeof statuses, values: Record<string, string | number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `question-bank:errors.${code}`, status: statuses[code], values });
}
