import type { z } from "zod";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import type { Rubric } from "./rubric.ts";

/** How much of a question an answer earned, from 0 to 1; null until somebody has graded it by hand. */
export type Grade = {
  share: number | null;
  /**
   * What the answer was right or wrong in, by the ids of the question's parts (a choice, a gap, a pair …); `answer`
   * where the question has no parts. "missed" says what would have been right: who may not see the key may not see it.
   */
  parts: Record<string, "right" | "wrong" | "missed">;
  /** Author's remarks that this answer calls forth, as Markdown by language. */
  remarks: Translated[];
};

export type ShowOptions = {
  /** Whether this sitting shuffles what need not be shuffled. */
  shuffle: boolean;
  /** From 0 up to, but not including, 1. */
  random: () => number;
  /** Turns Markdown into HTML. */
  text: (markdown: Translated) => Translated;
  /** The address of one of the course's files, named as in the body. */
  media: (src: string) => string;
};

/**
 * One kind of question. `Body` is what its author writes, key included, and never leaves the server during an
 * attempt; `Shown` is what a learner sees of it and is frozen in her paper; `Answer` is what she gives. Texts are
 * Markdown of the lessons by language (`Translated`), frozen as HTML in `Shown` by whoever makes the paper; labels are
 * single lines without Markdown, for what stands in lists and on pictures, and stay as they are.
 *
 * Learners see the ids of parts, so these say nothing of the key: `newPartId` makes such.
 */
export type QuestionType<Body, Shown, Answer> = {
  /** As it stands in the database, in files and in addresses. */
  name: string;
  /** Checks an author's question whole: a body without a key does not pass. Issues carry message keys. */
  body: z.ZodType<Body>;
  /** The form of an answer, whatever the question. */
  answer: z.ZodType<Answer>;
  /** A question with which its author begins; not all of it passes yet. */
  start: (newId: () => string) => Body;
  /** The answer that says nothing. */
  blank: Answer;
  /**
   * What the learner sees, without key, remarks or tolerance, and in an order that says nothing of the key: whatever
   * must be shuffled for that is shuffled, the rest only where `shuffle` is true.
   */
  show: (body: Body, options: ShowOptions) => Shown;
  /** Whether an answer speaks of parts that this question has, and of no others. */
  fits: (body: Body, answer: Answer) => boolean;
  /** Nothing was answered. */
  isBlank: (answer: Answer) => boolean;
  /** Never throws on an answer that fits; a blank one earns 0. */
  grade: (body: Body, answer: Answer) => Grade;
  /**
   * A fully right answer, for the key and for checking, of several rather one that is read in `locale`; null where
   * only a person can say.
   */
  key: (body: Body, locale?: Locale) => Answer | null;
  /** All Markdown of the body, for search, languages and checks. */
  texts: (body: Body) => Translated[];
  /** All single lines by language that are not Markdown, for the same ends. */
  labels: (body: Body) => Translated[];
  /** Ids of the files that an answer holds; only types whose answers hold files have one. */
  files?: (answer: Answer) => string[];
  /** By what a person grades it; only types that are graded by hand have one. */
  rubric?: (body: Body) => Rubric;
};
