import { inTurn } from "#app/platform/browser/in-turn.ts";
import type { Sent } from "#app/platform/browser/send-json.ts";
import type { AnswerBook } from "./answer-book.ts";
import { keyOf } from "./answer-edit.ts";
import { findKept, type Owner } from "./answer-store.ts";
import type { Telling } from "./answers-view.ts";
import type { Keeper } from "./keep-edits.ts";
import { type Batch, firstBatch, lastBatch, type Saved, type SendAnswers } from "./send-answers.ts";
import type { Tabs } from "./tabs.ts";
import type { Timer } from "./timer.ts";

export type Line = {
  owner: Owner;
  /** The name of this page. */
  device: string;
  book: AnswerBook;
  telling: Telling;
  keeper: Keeper;
  tabs: Pick<Tabs, "post">;
  timer: Timer;
  send: SendAnswers;
  /** When the server last told what other devices saved, in milliseconds by its clock. */
  since: number;
  inFlight: Set<string>;
};

/** Takes what the server says it made of edits, whichever tab sent them. */
export function takeSaved(line: Line, { device, saved }: { device: string; saved: Saved }): void {
  const { book, keeper, telling } = line;
  book.settle(device, saved);
  for (const answer of saved.answers) book.showSaved(answer);
  line.since = Math.max(line.since, saved.now);
  void keeper.keepNow();
  const ended = telling.view().ended || saved.state !== "open";
  telling.tell({ line: "up", signIn: false, gone: false, ended });
}

/** Takes what came of a batch; whether to go on sending. */
function take(line: Line, sent: Sent<Saved>, { device, edits }: Batch): boolean {
  const { book, telling, tabs, timer } = line;
  if (sent.result === "taken") {
    const saved = sent.answer;
    takeSaved(line, { device, saved });
    tabs.post({ saved: { device, saved } });
    timer.succeed();
    return saved.edits.length + saved.refused.length > 0;
  }
  if (sent.result === "refused" && sent.status !== 404 && edits.length > 0) {
    // One that the server cannot read must not hold up the others: they go one by one.
    const [only, ...others] = edits;
    if (only && others.length === 0) book.stick(only);
    telling.tell();
    return true;
  }
  if (sent.result === "away") telling.tell({ line: "down" });
  if (sent.result === "signIn") telling.tell({ signIn: true });
  if (sent.result === "refused" && sent.status === 404) telling.tell({ gone: true });
  timer.fail();
  return false;
}

/** Takes up what other tabs, or pages that are gone, left on the device. */
export async function takeUp({ owner, device, book, keeper, telling }: Line): Promise<void> {
  const kept = await findKept(owner).catch(() => undefined);
  if (!kept) return telling.tell({ kept: false });
  for (const edit of kept) {
    // An own one that is not pending was replaced or acknowledged: it is about to be dropped.
    if (edit.device === device) continue;
    keeper.noteKept(edit);
    book.add(edit);
  }
  telling.tell();
}

async function sendDue(line: Line, { asking }: { asking: boolean }): Promise<void> {
  const { owner, device, book, send, inFlight } = line;
  await takeUp(line);
  const due = new Set(book.unsent().map(keyOf));
  let most: number | undefined;
  for (let first = true; ; first = false) {
    const edits = book.unsent().filter((edit) => due.has(keyOf(edit)));
    const batch = firstBatch(edits, most) ?? (first && asking ? { device, edits: [] } : undefined);
    if (!batch) return;
    const keys = batch.edits.map(keyOf);
    for (const key of keys) inFlight.add(key);
    const sent = await send(owner, { ...batch, since: line.since });
    for (const key of keys) inFlight.delete(key);
    if (sent.result === "refused") most = 1;
    if (!take(line, sent, batch)) return;
  }
}

/** Keeps on the device what is not kept yet, and then sends all there is; with nothing to send it may still ask. */
export async function passOn(line: Line, options: { asking: boolean }): Promise<void> {
  await line.keeper.keepNow();
  await inTurn(`maqdis-answers-${line.owner.attemptId}`, () => sendDue(line, options));
}

function sendKept(line: Line, but: ReadonlySet<string>): Set<string> {
  const { owner, device, book, keeper, telling, since, send } = line;
  const { kept } = telling.view();
  const isReady = (key: string) => !but.has(key) && (keeper.isKept(key) || !kept);
  const batch = lastBatch(
    book.unsent().filter((edit) => isReady(keyOf(edit))),
    device,
  );
  if (batch) void send(owner, { ...batch, since, leaving: true }).then((sent) => take(line, sent, batch));
  return new Set(batch?.edits.map(keyOf));
}

/**
 * Sends what a browser still takes of a page that may be gone the next moment: at once what stands on the device, and
 * the rest when it does. What arrived and stood nowhere could come after answers that are given on the next page, and
 * none would know of its number.
 */
export function sendLast(line: Line): void {
  const sent = sendKept(line, new Set());
  void line.keeper.keepNow().then(() => sendKept(line, sent));
}
