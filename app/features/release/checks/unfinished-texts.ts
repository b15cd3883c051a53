import { documentProblems } from "#app/features/lesson/document-problems.ts";
import { type Finding, finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";

/** Problems that have words of their own, `release:unfinished.<code>`. */
export const toldProblems: ReadonlySet<string> = new Set([
  "documentSide",
  "documentTitle",
  "empty",
  "figureAlt",
  "figureCaption",
  "figureCredit",
  "figureLicence",
  "figurePicture",
  "hemistichEmpty",
  "hemistichSlashes",
  "noteEmpty",
  "noteText",
  "noteTwice",
  "noteUnused",
]);

/** What a draft may leave open and a release may not: empty texts, pictures without alternative text, notes that hang loose. */
export const unfinishedTexts: ReleaseCheck = (draft) =>
  readableTexts(draft).flatMap(({ lesson, locale, document }) =>
    documentProblems(document).map(({ code, reason, block }): Finding => {
      const known = toldProblems.has(code);
      const values = { reason, ...(block === null ? {} : { block: block + 1 }) };
      const found = finding("error", lesson, { code, locale, values });
      return { ...found, messageKey: `release:unfinished.${known ? code : "other"}` };
    }),
  );
