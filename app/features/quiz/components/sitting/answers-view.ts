import type { AnswerBook, AnswerState } from "./answer-book.ts";

/** What is known of an attempt's answers by now. */
export type AnswersView = {
  answers: ReadonlyMap<number, { value: unknown; state: AnswerState }>;
  /** Questions whose answers the server lacks. */
  unsaved: number;
  line: "up" | "down";
  /** The attempt was submitted. */
  ended: boolean;
  /** She is signed out: everything is kept until she, and nobody else, signs in again. */
  signIn: boolean;
  /** The server knows no such attempt of hers. */
  gone: boolean;
  /** False where this browser keeps nothing: what is unsaved is lost with the page. */
  kept: boolean;
};

type Facts = Omit<AnswersView, "answers" | "unsaved">;

/** An edit that was made before it was known what the device holds. */
export type EarlyEdit = { slot: number; value: unknown; madeAt: number };

export type Telling = ReturnType<typeof createTelling>;

/** Tells a page what there is to show, each time that it changes. */
export function createTelling(book: AnswerBook, early: readonly EarlyEdit[]) {
  const listeners = new Set<() => void>();
  const facts: Facts = { line: "up", ended: false, signIn: false, gone: false, kept: true };
  const look = (): AnswersView => {
    const unsaved = new Set([...book.unsent(), ...early].map(({ slot }) => slot)).size;
    const answers = new Map<number, { value: unknown; state: AnswerState }>(book.shown());
    for (const { slot, value } of early) answers.set(slot, { value, state: "waiting" });
    return { answers, unsaved, ...facts };
  };
  let view = look();
  return {
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Shows what has changed in the book, and these facts. */
    tell: (change: Partial<Facts> = {}) => {
      Object.assign(facts, change);
      view = look();
      for (const listener of listeners) listener();
    },
  };
}
