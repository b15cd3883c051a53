import type { ImportFormat } from "../exchange-formats.ts";
import type { QuestionReader } from "../exchanged-question.ts";
import { readGift } from "../gift/read.ts";
import { readQti } from "../qti/read-qti.ts";
import { readYamlQuestions } from "../yaml/read-yaml-questions.ts";

const none: QuestionReader = (files) => ({
  questions: [],
  refused: files.map(({ path }) => ({ where: path, reason: { code: "notThisFormat", values: {} } })),
  media: new Map(),
});

/** What reads each format. */
export const questionReaders: Record<ImportFormat, QuestionReader> = {
  gift: readGift,
  "moodle-xml": none,
  aiken: none,
  qti: readQti,
  yaml: readYamlQuestions,
};
