import { createBook, type LoadedAnswer } from "./answer-book.ts";
import { cleanAnswer, keyOf, newDevice } from "./answer-edit.ts";
import type { Owner } from "./answer-store.ts";
import { createTelling, type EarlyEdit } from "./answers-view.ts";
import { createKeeper, type KeptChange } from "./keep-edits.ts";
import type { SendAnswers } from "./send-answers.ts";
import { type Line, passOn, sendLast, takeSaved, takeUp } from "./send-edits.ts";
import { sendLeft } from "./send-left.ts";
import { createTabs } from "./tabs.ts";
import { createTimer } from "./timer.ts";

type Opened = {
  owner: Owner;
  answers: readonly LoadedAnswer[];
  /** When the page was made, in milliseconds by the server's clock. */
  madeAt: number;
  /** When time is over, likewise; null where there is no end. */
  deadlineAt: number | null;
  now: () => number;
  send: SendAnswers;
};

export type Answers = ReturnType<typeof openAnswers>;

/** Joins what one page knows, keeps and sends; `pass` is called when it is time to send. */
function createLine(
  { owner, answers, madeAt, send }: Opened,
  { early, pass }: { early: EarlyEdit[]; pass: () => void },
) {
  const device = newDevice();
  const book = createBook(answers);
  const telling = createTelling(book, early);
  const timer = createTimer(pass);
  const hear = ({ keep, drop }: KeptChange) => {
    for (const key of drop) {
      if (!key.endsWith(device)) book.forget(key);
      keeper.noteDropped(key);
    }
    for (const edit of keep) {
      book.add(edit);
      keeper.noteKept(edit);
    }
    // The tab that made it sends it, unless it is gone by then.
    if (keep.length > 0) timer.after("others");
    telling.tell();
  };
  const tabs = createTabs(owner, { onChange: hear, onSaved: (saved) => takeSaved(line, saved) });
  const tellKept = (change: KeptChange, kept: boolean) => {
    tabs.post({ change });
    if (kept !== telling.view().kept) telling.tell({ kept });
  };
  const keeper = createKeeper({ owner, pending: book.pending, onChange: tellKept });
  const inFlight = new Set<string>();
  const line: Line = { owner, device, book, telling, keeper, tabs, timer, send, since: madeAt, inFlight };
  return { ...line, line, tabs };
}

/** Adds an edit of this page in the place of those that it replaces and that are not on their way already. */
function addEdit(
  { book, device, inFlight }: Line,
  { slot, value, madeAt }: EarlyEdit,
  deadlineAt: number | null,
): void {
  const isInTime = (moment: number) => deadlineAt === null || moment <= deadlineAt;
  const own = book.pending().filter((edit) => edit.slot === slot && edit.device === device);
  // One that was made in time may count where the next does not.
  const instead = own.filter((edit) => !inFlight.has(keyOf(edit)) && isInTime(edit.madeAt) === isInTime(madeAt));
  book.add({ slot, device, sequence: book.nextSequence(), value, madeAt }, instead);
}

/** One pass after another, never two at once; after each it is seen to that what is left is sent. */
function createPasses(line: Line, onEnd: () => void) {
  let passing: Promise<void> | undefined;
  const pass = (asking = false): Promise<void> => {
    passing ??= passOn(line, { asking }).finally(() => {
      passing = undefined;
      if (line.book.unsent().length > 0 && !line.telling.view().gone) line.timer.after("edit");
      onEnd();
    });
    return passing;
  };
  return { pass, ended: async () => passing };
}

/**
 * The answers of one attempt on one page. Every edit is kept on the device before it is sent, is sent in order, and is
 * let go when the server says that it has it. Does nothing by itself before `start`.
 */
export function openAnswers(given: Opened) {
  const early: EarlyEdit[] = [];
  let isReady = false;
  let isClosing = false;
  const { line, book, telling, keeper, tabs, timer } = createLine(given, { early, pass: () => void pass() });
  const endIfDone = () => {
    if (!isClosing || (book.unsent().length > 0 && !telling.view().gone)) return;
    timer.stop();
    tabs.close();
  };
  const { pass, ended } = createPasses(line, endIfDone);
  const add = (edit: EarlyEdit) => addEdit(line, edit, given.deadlineAt);
  const settleEarly = () => {
    isReady = true;
    for (const edit of early.splice(0)) add(edit);
  };
  const { view, subscribe } = telling;

  return {
    view,
    subscribe,
    /** Takes up what is left on the device and begins to send; then sends what is left of the person's other attempts. */
    start: async () => {
      isClosing = false;
      tabs.open();
      await takeUp(line);
      settleEarly();
      await pass(true);
      await sendLeft(given.owner, given.send).catch(() => undefined);
    },
    edit: (slot: number, value: unknown) => {
      const edit = { slot, value: cleanAnswer(value), madeAt: given.now() };
      if (isReady) add(edit);
      // What the device holds of this question is not known yet: it will be the earlier.
      else early.push(edit);
      if (isReady) keeper.keepSoon();
      timer.after("edit");
      telling.tell();
    },
    /** Takes answers of a page that was loaded anew. */
    learn: (loaded: Opened["answers"]) => {
      const news = loaded.filter(book.showSaved);
      if (news.length > 0) telling.tell();
    },
    /** Sends all there is; whether the server has everything now. */
    flush: async (): Promise<boolean> => {
      settleEarly();
      await ended();
      await pass();
      return book.unsent().length === 0;
    },
    /** The line is back, or she is: asks how things stand, and sends. */
    wake: () => {
      timer.succeed();
      void pass(true);
    },
    lose: () => telling.tell({ line: "down" }),
    /** The page goes out of sight and may not come back. */
    leave: () => {
      settleEarly();
      sendLast(line);
    },
    /** The page stands and shows something else: what is unsent is sent on until the server has it. */
    close: () => {
      isClosing = true;
      settleEarly();
      void pass();
    },
  };
}
