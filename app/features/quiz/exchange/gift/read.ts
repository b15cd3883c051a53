import { localeIn, readCarrier } from "../carrier.ts";
import { collectQuestion, lettersOf, nothingRead } from "../collect-questions.ts";
import type {
  ExchangedQuestion,
  QuestionFile,
  QuestionReader,
  ReadOptions,
  ReadQuestions,
} from "../exchanged-question.ts";
import { categoryOfPath, questionName, questionTags } from "../question-name.ts";
import { lose, plainNotes, type ReadingNotes } from "../reading-notes.ts";
import { hideEscaped, showEscaped } from "./escapes.ts";
import { readGiftBody } from "./read-body.ts";
import { type GiftBlock, splitGift } from "./split.ts";

const CATEGORY = /^\$CATEGORY:/;
const TITLE = /^::(.*?)::/s;
const ID = /\[id:([^\p{Cc}]+?)(?<!\\)\]/u;
const TAG = /\[tag:([^\p{Cc}]+?)(?<!\\)\]/gu;

type Read = { block: GiftBlock; category: string[]; notes: ReadingNotes };

function readQuestion({ block, category, notes }: Read): ExchangedQuestion {
  const comments = block.comments.join("\n");
  const given = [...comments.matchAll(TAG)].map(([, tag = ""]) => tag.replaceAll("\\]", "]"));
  const tags = questionTags(given, notes);
  const carried = readCarrier(comments, block.text);
  if (carried && carried !== "changed") return { ...carried.question, tags, category };
  if (carried) lose(notes, "carrier");
  const text = hideEscaped(block.text);
  const [title = "", name = ""] = TITLE.exec(text) ?? [];
  const { stem, ...draft } = readGiftBody(text.slice(title.length).trim(), notes);
  const [, id] = ID.exec(comments) ?? [];
  if (id !== undefined) lose(notes, "idNumber", { id: id.replaceAll("\\]", "]").slice(0, 100) });
  return {
    ...draft,
    name: questionName(showEscaped(name), stem, notes),
    tags,
    category,
  };
}

function readFile(file: QuestionFile, { locale: otherwise }: ReadOptions, read: ReadQuestions): void {
  const source = lettersOf(file, read);
  if (source === null) return;
  const locale = localeIn(source, otherwise);
  let category: string[] = [];
  let pathTooLong: ReadingNotes = plainNotes(locale);
  for (const block of splitGift(source)) {
    if (CATEGORY.test(block.text)) {
      pathTooLong = plainNotes(locale);
      category = categoryOfPath(showEscaped(hideEscaped(block.text.replace(CATEGORY, ""))), pathTooLong);
      continue;
    }
    const notes = { ...plainNotes(locale), losses: [...pathTooLong.losses] };
    const own = category;
    collectQuestion(read, {
      where: `${file.path}:${block.line}`,
      notes,
      make: () => readQuestion({ block, category: own, notes }),
    });
  }
}

/**
 * Reads GIFT as Moodle does (question/format/gift/format.php), and besides what people write: blank lines among
 * answers, questions without a blank line between them, decimal commas and Eastern digits.
 */
export const readGift: QuestionReader = (files, options) => {
  const read = nothingRead();
  for (const file of files) readFile(file, options, read);
  return read;
};
