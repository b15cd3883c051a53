import { localeIn, readCarrier } from "../carrier.ts";
import { collectQuestion, lettersOf, nothingRead } from "../collect-questions.ts";
import type {
  ExchangedQuestion,
  QuestionFile,
  QuestionReader,
  ReadOptions,
  ReadQuestions,
} from "../exchanged-question.ts";
import { filesNamedBy } from "../named-files.ts";
import { categoryOfPath, questionName, questionTags } from "../question-name.ts";
import { attempt, lose, plainNotes, type ReadingNotes, refusal } from "../reading-notes.ts";
import { childOf, childrenOf, readElement, wordsIn, wordsOf, type XmlElement } from "./element.ts";
import { keepNamed, notesWithFiles } from "./question-files.ts";
import { readMoodleBody } from "./read-body.ts";
import { splitXml, type XmlPiece } from "./split.ts";
import { loseSettings } from "./texts.ts";

type Place = { read: ReadQuestions; notes: ReadingNotes; category: string[] };

function questionOf(element: XmlElement, piece: XmlPiece, { read, notes, category }: Place): ExchangedQuestion {
  const given = childrenOf(childOf(element, "tags") ?? element, "tag").map(wordsOf);
  const tags = questionTags(given, notes);
  const carried = readCarrier(piece.comment, piece.source ?? "");
  if (carried && carried !== "changed") {
    keepNamed(element, filesNamedBy(carried.question), read.media);
    return { ...carried.question, tags, category };
  }
  if (carried) lose(notes, "carrier");
  const draft = readMoodleBody(element, notes);
  loseSettings(element, notes);
  const { stem } = draft.body;
  const asked = typeof stem === "object" && stem !== null ? Object.values(stem).join(" ") : "";
  return { ...draft, name: questionName(wordsIn(element, "name"), asked, notes), tags, category };
}

function readFile(file: QuestionFile, { locale: otherwise }: ReadOptions, read: ReadQuestions): void {
  const letters = lettersOf(file, read);
  if (letters === null) return;
  const refuseFile = (line: number, code: "doctype" | "notThisFormat") =>
    read.refused.push({ where: `${file.path}:${line}`, reason: { code, values: {} } });
  const locale = localeIn(letters, otherwise);
  const { doctypeAt, pieces } = splitXml(letters);
  if (doctypeAt !== null) return void refuseFile(doctypeAt, "doctype");
  if (pieces.length === 0 && !/<quiz[\s/>]/.test(letters)) return void refuseFile(1, "notThisFormat");
  let category: string[] = [];
  let pathLosses = plainNotes(locale).losses;
  for (const piece of pieces) {
    const where = `${file.path}:${piece.line}`;
    const parsed = attempt(() => {
      if (piece.source === null) throw refusal("unclosed");
      return readElement(piece.source);
    });
    if (!parsed.ok) {
      read.refused.push({ where, reason: parsed.reason });
      continue;
    }
    const element = parsed.value;
    if (element.attributes.type === "category") {
      const path = { ...plainNotes(locale) };
      category = categoryOfPath(wordsIn(element, "category"), path);
      pathLosses = path.losses;
      continue;
    }
    const notes = { ...notesWithFiles(locale, element, read.media), losses: [...pathLosses] };
    const own = category;
    collectQuestion(read, { where, notes, make: () => questionOf(element, piece, { read, notes, category: own }) });
  }
}

/**
 * Reads Moodle XML. A document type is refused, and no entity is expanded; each question is parsed by itself, so that
 * one that is ill formed costs no other. Pictures that stand in the file in base64 come along.
 */
export const readMoodleXml: QuestionReader = (files, options) => {
  const read = nothingRead();
  for (const file of files) readFile(file, options, read);
  return read;
};
