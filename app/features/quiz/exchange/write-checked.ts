import { canonicalQuestion } from "./canonical-question.ts";
import { carrierOf } from "./carrier.ts";
import { checkQuestion } from "./check-question.ts";
import type { ExchangedQuestion, Loss, Reason, WriteOptions } from "./exchanged-question.ts";
import { attempt, lose } from "./reading-notes.ts";
import type { WritingNotes } from "./written-text.ts";

export type CheckedWriting =
  | { ok: true; text: string; carrier: string | null; losses: Loss[] }
  | { ok: false; reason: Reason };

/**
 * Writes a question as a format says it, and reads that again: where it does not come back equal, the whole question
 * travels in a comment beside it, and what other programs will not see is named.
 */
export function writeChecked(
  question: ExchangedQuestion,
  {
    locale,
    address,
    write,
    readBack,
  }: {
    locale: WriteOptions["locale"];
    address: WritingNotes["address"];
    write: (notes: WritingNotes) => string;
    /** The question that is read from the text, where one is. */
    readBack: (text: string) => ExchangedQuestion | undefined;
  },
): CheckedWriting {
  const notes: WritingNotes = { locale, losses: [], address };
  const written = attempt(() => write(notes));
  if (!written.ok) return written;
  const text = written.value;
  const again = readBack(text);
  if (again && canonicalQuestion(again) === canonicalQuestion(question)) {
    return { ok: true, text, carrier: null, losses: notes.losses };
  }
  const checked = checkQuestion(question);
  if (!checked.ok) return checked;
  if (notes.losses.length === 0) lose(notes, "simpler");
  return { ok: true, text, carrier: carrierOf(question, text), losses: notes.losses };
}
