import { finding, lessonsOf, type ReleaseCheck } from "./checked-draft.ts";

/** A text that is stored in a form which no page can show. */
export const unreadableTexts: ReleaseCheck = (draft) =>
  lessonsOf(draft).flatMap((lesson) =>
    lesson.texts
      .filter(({ document }) => document === null)
      .map(({ locale }) => finding("error", lesson, { code: "unreadableText", locale })),
  );
