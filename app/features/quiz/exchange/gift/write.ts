import { headerOf } from "../carrier.ts";
import type { ExchangedQuestion, QuestionWriter, WriteOptions, WrittenQuestions } from "../exchanged-question.ts";
import { pathOfCategory } from "../question-name.ts";
import { writeChecked } from "../write-checked.ts";
import type { WritingNotes } from "../written-text.ts";
import { escapeGift } from "./escapes.ts";
import { readGift } from "./read.ts";
import { writeGiftBody } from "./write-body.ts";

function questionText({ name, type, body }: ExchangedQuestion, notes: WritingNotes): string {
  const { before, answers, after = "", general } = writeGiftBody(type, body, notes);
  const [first = "", ...rest] = answers;
  const opening = first === "#" ? "{#" : "{";
  const lines = first === "#" ? rest : answers;
  const remark = general ? [`\t####${escapeGift(general)}`] : [];
  const inside = [...lines.map((answer) => `\t${answer}`), ...remark];
  const braces = inside.length === 0 ? `${opening}}` : `${opening}\n${inside.join("\n")}\n}`;
  return `::${escapeGift(name)}::[markdown]${escapeGift(before)}${braces}${escapeGift(after)}`;
}

const tagsOf = ({ tags }: ExchangedQuestion) =>
  tags.length === 0 ? [] : [`// ${tags.map((tag) => `[tag:${tag.replaceAll("]", "\\]")}]`).join(" ")}`];

const categoryLine = (category: readonly string[]) => `$CATEGORY: ${escapeGift(pathOfCategory(category))}`;

type Options = { locale: WriteOptions["locale"]; header: string };

function writeOne(question: ExchangedQuestion, { locale, header }: Options) {
  return writeChecked(question, {
    locale,
    address: () => null,
    write: (notes) => questionText(question, notes),
    readBack: (text) => {
      const file = [header, categoryLine(question.category), [...tagsOf(question), text].join("\n")].join("\n\n");
      const read = readGift([{ path: "", bytes: new TextEncoder().encode(file) }], { locale });
      return read.questions.length === 1 && read.refused.length === 0 ? read.questions[0]?.question : undefined;
    },
  });
}

/**
 * Writes questions as GIFT. Reading the file here gives equal questions; what other programs will not see of them is
 * named. Ordering, places on a picture and texts with several gaps cannot be said in GIFT and are refused.
 */
export const writeGift: QuestionWriter = (questions, { locale }) => {
  const header = `// ${headerOf(locale)}`;
  const blocks = [header];
  const out: Pick<WrittenQuestions, "lossy" | "refused"> = { lossy: [], refused: [] };
  let category = "";
  for (const question of questions) {
    const written = writeOne(question, { locale, header });
    if (!written.ok) {
      out.refused.push({ name: question.name, reason: written.reason });
      continue;
    }
    const own = categoryLine(question.category);
    if (own !== category && (category !== "" || question.category.length > 0)) blocks.push(own);
    category = own;
    const carrier = written.carrier === null ? [] : [`// ${written.carrier}`];
    blocks.push([...carrier, ...tagsOf(question), written.text].join("\n"));
    if (written.losses.length > 0) out.lossy.push({ name: question.name, losses: written.losses });
  }
  const bytes = new TextEncoder().encode(`${blocks.join("\n\n")}\n`);
  return { files: [{ path: "questions.gift", bytes }], ...out };
};
