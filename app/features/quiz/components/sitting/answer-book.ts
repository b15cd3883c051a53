import { type AnswerEdit, type EditName, isLater, keyOf } from "./answer-edit.ts";
import type { Saved } from "./send-answers.ts";

/**
 * Of the answer that is shown:
 * - `none`: nothing was answered
 * - `waiting`: it is on its way, or waits for the line
 * - `saved`: the server has it
 * - `late`: the server has it, and it does not count
 * - `refused`: the server does not take it
 */
export type AnswerState = "none" | "waiting" | "saved" | "late" | "refused";

type Shown = EditName & { value: unknown; state: AnswerState };

/** An answer that the server has, as a page is given it. */
export type LoadedAnswer = EditName & { value: unknown };

export type AnswerBook = ReturnType<typeof createBook>;

/** What one page knows of the answers of an attempt: what is shown, and what the server lacks. Touches nothing else. */
export function createBook(answers: readonly LoadedAnswer[]) {
  const shown = new Map<number, Shown>();
  const pending = new Map<string, AnswerEdit>();
  const stuck = new Set<string>();
  let highest = 0;

  const show = (answer: EditName & { value: unknown }, state: AnswerState) => {
    const { slot, device, sequence, value } = answer;
    highest = Math.max(highest, sequence);
    const now = shown.get(slot);
    if (now && isLater(now, answer)) return false;
    if (now && keyOf(now) === keyOf(answer) && (now.state === state || now.state === "late")) return false;
    shown.set(slot, { slot, device, sequence, value, state });
    return true;
  };
  const mark = (name: EditName, state: AnswerState) => {
    pending.delete(keyOf(name));
    stuck.delete(keyOf(name));
    const now = shown.get(name.slot);
    if (now && keyOf(now) === keyOf(name)) shown.set(name.slot, { ...now, state });
  };
  for (const answer of answers) show(answer, "saved");

  return {
    shown: (): ReadonlyMap<number, Shown> => shown,
    nextSequence: () => highest + 1,
    /** Takes an edit, of this page or of another tab, in the place of those that it replaces. */
    add: (edit: AnswerEdit, instead: readonly EditName[] = []) => {
      for (const name of instead) pending.delete(keyOf(name));
      pending.set(keyOf(edit), edit);
      show(edit, "waiting");
    },
    /** Forgets an edit that a later one has replaced, or that another tab has dealt with. */
    forget: (key: string) => pending.delete(key),
    /** Takes an answer that the server says it has; whether that is new. */
    showSaved: (answer: EditName & { value: unknown }) => show(answer, "saved"),
    /** Takes what became of the edits of one device. */
    settle: (device: string, { edits, refused }: Pick<Saved, "edits" | "refused">) => {
      for (const { late, ...edit } of edits) mark({ ...edit, device }, late ? "late" : "saved");
      for (const edit of refused) mark({ ...edit, device }, "refused");
    },
    /** Lets an edit that the server cannot read rest, so that the others go on; it stays kept. */
    stick: (edit: EditName) => {
      stuck.add(keyOf(edit));
      const now = shown.get(edit.slot);
      if (now && keyOf(now) === keyOf(edit)) shown.set(edit.slot, { ...now, state: "refused" });
    },
    /** All that the server has not acknowledged. */
    pending: (): AnswerEdit[] => [...pending.values()],
    /** What is to be sent, in the order in which it was made. */
    unsent: (): AnswerEdit[] =>
      [...pending.values()].filter((edit) => !stuck.has(keyOf(edit))).sort((a, b) => (isLater(a, b) ? 1 : -1)),
  };
}
