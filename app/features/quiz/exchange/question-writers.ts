import type { ExportFormat } from "./exchange-formats.ts";
import type { QuestionWriter } from "./exchanged-question.ts";
import { writeGift } from "./gift/write.ts";
import { writeMoodleXml } from "./moodle-xml/write.ts";
import { writeQti } from "./qti/write-qti.ts";
import { writeYamlQuestions } from "./yaml/write-yaml-questions.ts";

/** What writes each format. */
export const questionWriters: Record<ExportFormat, QuestionWriter> = {
  gift: writeGift,
  "moodle-xml": writeMoodleXml,
  qti: writeQti,
  yaml: writeYamlQuestions,
};
