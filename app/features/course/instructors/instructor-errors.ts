import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Each has a message `course-instructors:errors.<code>`. */
export type InstructorRefusal = "alreadyTeaches" | "spent" | "otherAddress" | "ownerStays";

export function instructorRefused(code: InstructorRefusal): ExpectedError {
  return new ExpectedError({ code, messageKey: `course-instructors:errors.${code}`, status: 422 });
}
