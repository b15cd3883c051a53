import type { ReleaseCheck } from "./checked-draft.ts";

/** Videos that are not ready, quizzes without questions, pools that are too small: what the kinds of lessons say. */
export const bodies: ReleaseCheck = (draft) =>
  draft.bodies.map((problem) => ({
    ...problem,
    level: "error",
    lesson: typeof problem.values.lesson === "string" ? problem.values.lesson : null,
    locale: null,
    part: "body",
  }));
