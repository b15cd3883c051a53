import { ExpectedError } from "#app/platform/errors/errors.ts";

/** A document that cannot be shown: an unknown node, a link or a drawing that is not there. */
export function lessonUnreadable(detail: string): ExpectedError {
  return new ExpectedError({
    code: "lessonUnreadable",
    messageKey: "lesson:errors.lessonUnreadable",
    status: 422,
    values: { detail },
  });
}
