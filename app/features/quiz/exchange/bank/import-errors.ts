import { ExpectedError } from "#app/platform/errors/errors.ts";
import { MOST_FILE_BYTES } from "../exchange-formats.ts";

const statuses = { noFile: 422, tooLarge: 413, formatUnknown: 422, uploadGone: 409, busy: 503 } as const;

/** Why a file of questions is not even read. */
export function importRefused(code: keyof typeof statuses): ExpectedError {
  const values = { megabytes: MOST_FILE_BYTES / 1024 / 1024 };
  return new ExpectedError({ code, messageKey: `question-import:errors.${code}`, status: statuses[code], values });
}
