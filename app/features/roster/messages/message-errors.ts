import { ExpectedError } from "#app/platform/errors/errors.ts";

type Refusal = "nobody" | "changed" | "tooManyToday";

/** Why a message was not sent; each has a message `course-message:errors.<code>`. */
export function messageRefused(code: Refusal, values: Record<string, number> = {}): ExpectedError {
  return new ExpectedError({ code, messageKey: `course-message:errors.${code}`, status: 409, values });
}
