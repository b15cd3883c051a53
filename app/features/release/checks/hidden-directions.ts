import { lintDangers } from "#app/features/lesson/bidi/lint-directions.ts";
import { finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";

const LONGEST = 60;

/** What is not seen would turn the words in which it is told, too. */
const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Hidden characters by which readers are shown letters in another order than they are written. */
export const hiddenDirections: ReleaseCheck = (draft) =>
  readableTexts(draft).flatMap(({ lesson, locale, document }) =>
    lintDangers({ document, locale }).map(({ text }) => {
      const words = text.replace(UNSEEN, "").slice(0, LONGEST);
      return finding("warning", lesson, { code: "hiddenDirection", locale, values: { words } });
    }),
  );
