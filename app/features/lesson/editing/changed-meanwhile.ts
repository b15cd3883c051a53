import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Somebody saved the same since it was opened for editing: what was written last must not win unseen. */
export function changedMeanwhile(): ExpectedError {
  return new ExpectedError({ code: "changedMeanwhile", messageKey: "lesson-editor:errors.changedMeanwhile" });
}
