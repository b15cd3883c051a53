import { ExpectedError } from "#app/platform/errors/errors.ts";

const statuses = {
  templateInUse: 409,
  imageTooLarge: 422,
  imageTooLong: 422,
  imageDrawing: 422,
  imageUnknown: 422,
  imageBroken: 422,
} as const;

/** Why something asked of certificate templates is refused. */
export function templateRefused(
  code: keyof typeof statuses,
  values: Record<string, string | number> = {},
): ExpectedError {
  return new ExpectedError({ code, messageKey: `certificate-template:errors.${code}`, status: statuses[code], values });
}
