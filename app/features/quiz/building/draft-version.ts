import { createHash } from "node:crypto";
import { ExpectedError } from "#app/platform/errors/errors.ts";

/** Tells one state of a quiz's plan or rules from another; sent back with what was edited of it. */
export function versionOf(part: object): string {
  return createHash("sha256").update(JSON.stringify(part)).digest("hex").slice(0, 16);
}

/** Somebody saved the same since it was opened for editing: what was written last must not win unseen. */
export function changedMeanwhile(): ExpectedError {
  return new ExpectedError({ code: "changedMeanwhile", messageKey: "quiz-editor:errors.changedMeanwhile" });
}
