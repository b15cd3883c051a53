import { readAiken } from "../aiken/read.ts";
import type { ImportFormat } from "../exchange-formats.ts";
import type { QuestionReader } from "../exchanged-question.ts";
import { readGift } from "../gift/read.ts";
import { readMoodleXml } from "../moodle-xml/read.ts";
import { readQti } from "../qti/read-qti.ts";
import { readYamlQuestions } from "../yaml/read-yaml-questions.ts";

/** What reads each format. */
export const questionReaders: Record<ImportFormat, QuestionReader> = {
  gift: readGift,
  "moodle-xml": readMoodleXml,
  aiken: readAiken,
  qti: readQti,
  yaml: readYamlQuestions,
};
