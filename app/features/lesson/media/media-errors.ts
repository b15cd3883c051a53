import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = {
  empty: 422,
  tooLarge: 413,
  unknownKind: 422,
  otherThanNamed: 422,
  twoInOne: 422,
  textNotUtf8: 422,
  broken: 422,
  tooManyPixels: 422,
  drawingRefused: 422,
  tooMany: 422,
  courseFull: 422,
  inUse: 409,
  sameName: 422,
  notPicture: 422,
  outside: 422,
  otherKind: 422,
} as const;

export type MediaRefusal = keyof typeof statuses;

/** Why a course does not take a file, or what was asked of one. */
export function mediaRefused(code: MediaRefusal, values: Record<string, string | number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `media:errors.${code}`, status: statuses[code], values });
}
