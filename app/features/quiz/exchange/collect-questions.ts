import { checkQuestion } from "./check-question.ts";
import type { ExchangedQuestion, QuestionFile, ReadQuestions } from "./exchanged-question.ts";
import { attempt, type ReadingNotes } from "./reading-notes.ts";

export const nothingRead = (): ReadQuestions => ({ questions: [], refused: [], media: new Map() });

/** Makes one question and adds it to what was read, or its refusal. */
export function collectQuestion(
  read: ReadQuestions,
  { where, notes, make }: { where: string; notes: ReadingNotes; make: () => ExchangedQuestion },
): void {
  const made = attempt(make);
  const checked = made.ok ? checkQuestion(made.value) : made;
  if (checked.ok && "question" in checked) {
    read.questions.push({ question: checked.question, losses: notes.losses, where });
  } else if (!checked.ok) {
    read.refused.push({ where, reason: checked.reason });
  }
}

const BY_MARK: [mark: number[], encoding: string][] = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** The letters of a file in UTF-8, or in UTF-16 that says so, with line ends of one kind; refuses any other. */
export function lettersOf({ path, bytes }: QuestionFile, read: ReadQuestions): string | null {
  const [, encoding = "utf-8"] = BY_MARK.find(([mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? [];
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    read.refused.push({ where: `${path}:1`, reason: { code: "notUtf8", values: {} } });
    return null;
  }
}
