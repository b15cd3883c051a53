import { inTurn } from "#app/platform/browser/in-turn.ts";
import type { Sent } from "#app/platform/browser/send-json.ts";
import { type AnswerState, createBook } from "./answer-book.ts";
import { cleanAnswer, keyOf, newDevice } from "./answer-edit.ts";
import { findKept, type Owner } from "./answer-store.ts";
import { createKeeper } from "./keep-edits.ts";
import { type Batch, firstBatch, lastBatch, type Saved, type SendAnswers } from "./send-answers.ts";
import { sendLeft } from "./send-left.ts";
import { createTabs } from "./tabs.ts";
import { createTimer } from "./timer.ts";

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

type Opened = {
  owner: Owner;
  answers: readonly { slot: number; sequence: number; value: unknown }[];
  /** When the page was made, in milliseconds by the server's clock. */
  madeAt: number;
  /** When time is over, likewise; null where there is no end. */
  deadlineAt: number | null;
  now: () => number;
  send: SendAnswers;
};

export type Answers = ReturnType<typeof openAnswers>;

/**
 * The answers of one attempt on one page. Every edit is kept on the device before it is sent, is sent in order, and is
 * let go when the server says that it has it. Does nothing by itself before `start`.
 */
export function openAnswers({ owner, answers, madeAt, deadlineAt, now, send }: Opened) {
  const device = newDevice();
  const book = createBook(answers);
  const listeners = new Set<() => void>();
  const early: { slot: number; value: unknown; madeAt: number }[] = [];
  const inFlight = new Set<string>();
  const facts = { line: "up" as "up" | "down", ended: false, signIn: false, gone: false, kept: true };
  let since = madeAt;
  let isReady = false;
  let passing: Promise<void> | undefined;

  const look = (): AnswersView => {
    const unsaved = new Set([...book.unsent(), ...early].map(({ slot }) => slot)).size;
    const shown = book.copy();
    for (const { slot, value } of early) shown.set(slot, { slot, device, sequence: 0, value, state: "waiting" });
    return { answers: shown, unsaved, ...facts };
  };
  let view = look();
  const tell = (change: Partial<typeof facts> = {}) => {
    Object.assign(facts, change);
    view = look();
    for (const listener of listeners) listener();
  };

  const keeper = createKeeper({
    owner,
    pending: book.pending,
    onChange: (change, kept) => {
      tabs.post({ change });
      if (kept !== facts.kept) tell({ kept });
    },
  });
  const timer = createTimer(() => void pass());
  const tabs = createTabs(owner, {
    onChange: ({ keep, drop }) => {
      for (const key of drop) if (!key.endsWith(device)) book.forget(key);
      for (const edit of keep) book.add(edit);
      for (const edit of keep) keeper.noteKept(edit);
      for (const key of drop) keeper.noteDropped(key);
      // The tab that made it sends it, unless it is gone by then.
      if (keep.length > 0) timer.after("others");
      tell();
    },
    onSaved: (saved) => takeSaved(saved),
  });

  const takeSaved = ({ device: of, saved }: { device: string; saved: Saved }) => {
    book.settle(of, saved);
    for (const answer of saved.answers) book.showSaved(answer);
    since = Math.max(since, saved.now);
    void keeper.keepNow();
    tell({ line: "up", signIn: false, gone: false, ended: facts.ended || saved.state === "submitted" });
  };

  /** Whether to go on sending. */
  const take = (sent: Sent<Saved>, { device: of, edits }: Batch): boolean => {
    if (sent.result === "taken") {
      const saved = sent.answer;
      takeSaved({ device: of, saved });
      tabs.post({ saved: { device: of, saved } });
      timer.succeed();
      return edits.length === 0 || saved.edits.length + saved.refused.length > 0;
    }
    if (sent.result !== "refused") tell(sent.result === "away" ? { line: "down" } : { signIn: true });
    else if (sent.status === 404) tell({ gone: true });
    else if (edits.length > 0) {
      // One that the server cannot read must not hold up the others: they go one by one.
      const [only, ...others] = edits;
      if (others.length > 0) return true;
      if (only) book.stick(only);
      tell();
      return true;
    }
    timer.fail();
    return false;
  };

  /** Takes up what other tabs, or pages that are gone, left on the device. */
  const takeUp = async () => {
    const kept = await findKept(owner).catch(() => undefined);
    if (!kept) return tell({ kept: false });
    const found = new Set(kept.map(keyOf));
    for (const edit of book.pending()) {
      const key = keyOf(edit);
      if (edit.device !== device && keeper.isKept(key) && !found.has(key)) book.forget(key);
    }
    for (const edit of kept) {
      // An own one that is not pending was replaced or acknowledged: it is about to be dropped.
      if (edit.device === device) continue;
      keeper.noteKept(edit);
      book.add(edit);
    }
    tell();
  };

  const sendDue = async ({ asking }: { asking: boolean }) => {
    await takeUp();
    const due = new Set(book.unsent().map(keyOf));
    let most: number | undefined;
    for (let first = true; ; first = false) {
      const edits = book.unsent().filter((edit) => due.has(keyOf(edit)));
      const batch = firstBatch(edits, most) ?? (first && asking ? { device, edits: [] } : undefined);
      if (!batch) return;
      for (const edit of batch.edits) inFlight.add(keyOf(edit));
      const sent = await send(owner, { ...batch, since });
      for (const edit of batch.edits) inFlight.delete(keyOf(edit));
      if (sent.result === "refused") most = 1;
      if (!take(sent, batch)) return;
    }
  };
  const pass = ({ asking = false } = {}): Promise<void> => {
    passing ??= keeper
      .keepNow()
      .then(() => inTurn(`maqdis-answers-${owner.attemptId}`, () => sendDue({ asking })))
      .finally(() => {
        passing = undefined;
        if (book.unsent().length > 0 && !facts.gone) timer.after("edit");
      });
    return passing;
  };

  const isBeforeEnd = (moment: number) => deadlineAt === null || moment <= deadlineAt;
  const add = ({ slot, value, madeAt: moment }: (typeof early)[number]) => {
    const own = book.pending().filter((edit) => edit.slot === slot && edit.device === device);
    // One that was made in time may count where the next does not.
    const instead = own.filter(
      (edit) => !inFlight.has(keyOf(edit)) && isBeforeEnd(edit.madeAt) === isBeforeEnd(moment),
    );
    book.add({ slot, device, sequence: book.nextSequence(), value, madeAt: moment }, instead);
  };
  const settleEarly = () => {
    isReady = true;
    for (const edit of early.splice(0)) add(edit);
  };

  return {
    view: () => view,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes up what is left on the device and begins to send; then sends what is left of the person's other attempts. */
    start: async () => {
      tabs.open();
      await takeUp();
      settleEarly();
      await pass({ asking: true });
      await sendLeft(owner, send).catch(() => undefined);
    },
    edit: (slot: number, value: unknown) => {
      const edit = { slot, value: cleanAnswer(value), madeAt: now() };
      if (isReady) add(edit);
      // What the device holds of this question is not known yet: it will be the earlier.
      else early.push(edit);
      if (isReady) keeper.keepSoon();
      timer.after("edit");
      tell();
    },
    /** Takes answers of a page that was loaded anew. */
    learn: (loaded: Opened["answers"]) => {
      const news = loaded.filter((answer) => book.showSaved({ ...answer, device: "" }));
      if (news.length > 0) tell();
    },
    /** Sends all there is; whether the server has everything now. */
    flush: async (): Promise<boolean> => {
      settleEarly();
      await passing;
      await pass();
      return book.unsent().length === 0;
    },
    /** The line is back, or she is: asks how things stand, and sends. */
    wake: () => {
      timer.succeed();
      void pass({ asking: true });
    },
    lose: () => tell({ line: "down" }),
    /** The page goes out of sight and may not come back. */
    leave: () => {
      settleEarly();
      void keeper.keepNow();
      const batch = lastBatch(book.unsent(), device);
      if (batch) void send(owner, { ...batch, since, leaving: true }).then((sent) => take(sent, batch));
    },
    /** The page stands and shows something else. */
    close: () => {
      settleEarly();
      timer.stop();
      void pass().finally(() => {
        timer.stop();
        tabs.close();
      });
    },
  };
}
