import { isEmpty } from "#app/features/lesson/blocks/text/text.ts";
import type { LessonNode } from "#app/features/lesson/lesson-node.ts";
import { courseFinding, finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";

const HAS_WORDS = /[\p{L}\p{N}]/u;
const WORDLESS = new Set(["horizontalRule", "hardBreak"]);

/** Whether there is anything to read or to see; a block that says all in its attributes, such as a picture, is. */
function holdsAnything(node: LessonNode): boolean {
  if (node.text !== undefined) return HAS_WORDS.test(node.text);
  const speaks = !node.content && !WORDLESS.has(node.type) && Object.values(node.attrs ?? {}).some(Array.isArray);
  return speaks || node.type === "figure" || (node.content ?? []).some(holdsAnything);
}

/** A lesson of text in which something was written that says nothing, and a section without lessons. */
export const emptyLessons: ReleaseCheck = (draft) => {
  const empty = readableTexts(draft)
    .filter(({ lesson, document }) => lesson.kind === "text" && !isEmpty(document) && !holdsAnything(document))
    .map(({ lesson, locale }) => finding("error", lesson, { code: "emptyLesson", locale }));
  const sections = draft.sections
    .filter(({ lessons }) => lessons.length === 0)
    .map(({ titles }) => {
      const section = Object.values(titles).find(Boolean) ?? "…";
      return courseFinding("warning", { code: "emptySection", values: { section }, part: "outline" });
    });
  return [...empty, ...sections];
};
