import { bodies } from "./bodies.ts";
import { brokenLinks } from "./broken-links.ts";
import type { CheckedDraft, Finding, ReleaseCheck } from "./checked-draft.ts";
import { drawingContrast } from "./drawing-contrast.ts";
import { emptyLessons } from "./empty-lessons.ts";
import { hiddenDirections } from "./hidden-directions.ts";
import { missingTexts } from "./missing-texts.ts";
import { outsideLinks } from "./outside-links.ts";
import { pictures } from "./pictures.ts";
import { prerequisites } from "./prerequisites.ts";
import { questions } from "./questions.ts";
import { readingOrder } from "./reading-order.ts";
import { staleTranslations } from "./stale-translations.ts";
import { unfinishedTexts } from "./unfinished-texts.ts";
import { unreadableTexts } from "./unreadable-texts.ts";

/** Everything that is looked at before a release, in the order in which it is told. */
export const releaseChecks: readonly ReleaseCheck[] = [
  missingTexts,
  unreadableTexts,
  bodies,
  questions,
  unfinishedTexts,
  emptyLessons,
  brokenLinks,
  pictures,
  prerequisites,
  staleTranslations,
  readingOrder,
  hiddenDirections,
  drawingContrast,
  outsideLinks,
];

/** What is wrong with a draft, errors first. */
export function checkDraft(draft: CheckedDraft): Finding[] {
  const found = releaseChecks.flatMap((check) => check(draft));
  const errors = found.filter(({ level }) => level === "error");
  return [...errors, ...found.filter(({ level }) => level !== "error")];
}
