import { z } from "zod";
import type { Locale } from "#app/platform/i18n/locales.ts";
import type { LossCode, ReasonCode } from "./loss-codes.ts";

export const MOST_NAME = 200;
export const MOST_TAGS = 30;

const lineSchema = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\r\n]*$/);

/** A question on its way between a course's bank and a file; `checkQuestion` alone says that its body passes. */
export const exchangedQuestionSchema = z.strictObject({
  name: lineSchema(MOST_NAME),
  /** A name in the registry of question types. */
  type: z.string(),
  /** In the shape of its type, as it is stored. */
  body: z.record(z.string(), z.unknown()),
  tags: z.array(lineSchema(60)).max(MOST_TAGS),
  /** The folders of the bank in which it lies, outermost first; empty where it lies in none. */
  category: z.array(lineSchema(120)).max(10),
});

export type ExchangedQuestion = z.infer<typeof exchangedQuestionSchema>;

type Said<Code> = {
  code: Code;
  /** What stands in the words of the code. */
  values: Record<string, string>;
};

/** Something that the one side says and the other cannot keep. */
export type Loss = Said<LossCode>;
/** Why a question was not taken, or not written. */
export type Reason = Said<ReasonCode>;

/** `where` is the file with the line at which the question begins, counted from 1: "gates.gift:12". */
export type Refusal = { where: string; reason: Reason };

export type QuestionFile = { path: string; bytes: Uint8Array };

export type ReadOptions = {
  /** The language in which a file is taken to be where it does not say. */
  locale: Locale;
};

export type ReadQuestions = {
  questions: { question: ExchangedQuestion; losses: Loss[]; where: string }[];
  refused: Refusal[];
  /** Files that came with the questions, by the path under which bodies name them: "media/plan.png". */
  media: Map<string, Uint8Array>;
  /** What the files say beside their questions, and nothing here keeps. */
  aside?: { where: string; losses: Loss[] }[];
};

/**
 * Reads questions of a foreign format. Pure, and never throws on what is wrong with a file: a bad question is refused
 * and costs no other. Every question answered has passed `checkQuestion`.
 */
export type QuestionReader = (files: readonly QuestionFile[], options: ReadOptions) => ReadQuestions;

export type WriteOptions = {
  /** Of several languages, the one that other programs are shown. */
  locale: Locale;
  /** The course's files that the questions name, by path. */
  media: ReadonlyMap<string, Uint8Array>;
};

export type WrittenQuestions = {
  files: QuestionFile[];
  /** What other programs will not see of a question; reading the file here again gives the whole of it. */
  lossy: { name: string; losses: Loss[] }[];
  /** Questions that the format cannot say at all, and that are not in the files. */
  refused: { name: string; reason: Reason }[];
};

export type QuestionWriter = (questions: readonly ExchangedQuestion[], options: WriteOptions) => WrittenQuestions;
