import type { LessonNode } from "#app/features/lesson/lesson-node.ts";
import { nodesOfType } from "#app/features/lesson/lesson-node.ts";
import { finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";

const RIGHT_TO_LEFT = new Set(["ar", "he", "ur", "fa", "syr", "arc", "yi"]);

/** Headings that go more than one level deeper than the one before; the lesson's title is the first level. */
function skippedHeadings(document: LessonNode): string[] {
  let before = 1;
  return nodesOfType(document, "heading").flatMap((heading) => {
    const level = Number(heading.attrs?.level);
    const skips = level > before + 1;
    before = level;
    return skips ? [wordsOf(heading)] : [];
  });
}

const wordsOf = (node: LessonNode): string => node.text ?? (node.content ?? []).map(wordsOf).join("");

/** Blocks whose direction is set against that of the language which they say they are in. */
function turnedBlocks(document: LessonNode): string[] {
  const { lang, dir } = document.attrs ?? {};
  const language = typeof lang === "string" ? lang : null;
  const turned =
    language !== null &&
    !/-Latn\b/i.test(language) &&
    (dir === "ltr" || dir === "rtl") &&
    RIGHT_TO_LEFT.has(language.split("-")[0] ?? "") !== (dir === "rtl");
  return [...(turned ? [wordsOf(document).slice(0, 60)] : []), ...(document.content ?? []).flatMap(turnedBlocks)];
}

/** What is read in another order than it is meant: skipped levels of headings, directions against the language. */
export const readingOrder: ReleaseCheck = (draft) =>
  readableTexts(draft).flatMap(({ lesson, locale, document }) => [
    ...skippedHeadings(document).map((heading) =>
      finding("warning", lesson, { code: "headingSkipped", locale, values: { heading } }),
    ),
    ...turnedBlocks(document).map((words) =>
      finding("warning", lesson, { code: "directionAgainstLanguage", locale, values: { words } }),
    ),
  ]);
