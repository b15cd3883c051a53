import { headerOf } from "../carrier.ts";
import type { ExchangedQuestion, QuestionWriter, WriteOptions, WrittenQuestions } from "../exchanged-question.ts";
import { pathOfCategory } from "../question-name.ts";
import { writeChecked } from "../write-checked.ts";
import type { WritingNotes } from "../written-text.ts";
import { addressIn, element, wordsElement } from "./build.ts";
import { readMoodleXml } from "./read.ts";
import { writeMoodleBody } from "./write-body.ts";

type Media = WriteOptions["media"];

function questionElement(question: ExchangedQuestion, notes: WritingNotes, media: Media): string {
  const named: string[] = [];
  const address = addressIn(media, named);
  const { type, inside } = writeMoodleBody(question.type, question.body, {
    locale: notes.locale,
    losses: notes.losses,
    address,
    media,
    named,
  });
  const tags = question.tags.map((tag) => wordsElement("tag", tag));
  const all = [wordsElement("name", question.name), ...inside, tags.length > 0 ? element("tags", tags) : ""];
  return element("question", all, { type });
}

function categoryElement(category: readonly string[]): string {
  const path = wordsElement("category", pathOfCategory(category));
  return element("question", [path], { type: "category" });
}

const fileOf = (pieces: readonly string[]) =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${pieces.join("\n\n")}\n</quiz>\n`);

function writeOne(question: ExchangedQuestion, { locale, media }: WriteOptions, header: string) {
  return writeChecked(question, {
    locale,
    address: () => null,
    write: (notes) => questionElement(question, notes, media),
    readBack: (text) => {
      const bytes = fileOf([header, categoryElement(question.category), text]);
      const read = readMoodleXml([{ path: "", bytes }], { locale });
      return read.questions.length === 1 && read.refused.length === 0 ? read.questions[0]?.question : undefined;
    },
  });
}

/**
 * Writes questions as Moodle XML, with the pictures that they name. Reading the file here gives equal questions; what
 * other programs will not see of them is named.
 */
export const writeMoodleXml: QuestionWriter = (questions, options) => {
  const header = `<!-- ${headerOf(options.locale)} -->`;
  const pieces = [header];
  const out: Pick<WrittenQuestions, "lossy" | "refused"> = { lossy: [], refused: [] };
  let category = "";
  for (const question of questions) {
    const written = writeOne(question, options, header);
    if (!written.ok) {
      out.refused.push({ name: question.name, reason: written.reason });
      continue;
    }
    const own = categoryElement(question.category);
    if (own !== category && (category !== "" || question.category.length > 0)) pieces.push(own);
    category = own;
    pieces.push(written.carrier === null ? written.text : `<!-- ${written.carrier} -->\n${written.text}`);
    if (written.losses.length > 0) out.lossy.push({ name: question.name, losses: written.losses });
  }
  return { files: [{ path: "questions.xml", bytes: fileOf(pieces) }], ...out };
};
