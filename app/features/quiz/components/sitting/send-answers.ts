import { type Sent, sendJson } from "#app/platform/browser/send-json.ts";
import type { AnswerEdit, EditName } from "./answer-edit.ts";
import type { Owner } from "./answer-store.ts";
import { noteServerTime } from "./server-clock.ts";

/** What the server made of edits, as /resources/answers says it. */
export type Saved = {
  state: "open" | "submitted";
  edits: { slot: number; sequence: number; late: boolean }[];
  refused: { slot: number; sequence: number }[];
  /** What other devices saved. */
  answers: (EditName & { value: unknown })[];
  now: number;
};

export type Batch = { device: string; edits: AnswerEdit[] };

/** How a batch is sent; never rejects. */
export type SendAnswers = (owner: Owner, batch: Batch & { since: number; leaving?: boolean }) => Promise<Sent<Saved>>;

const ADDRESS = "/resources/answers";
const MOST_EDITS = 50;
/** Characters of JSON; one longer answer goes alone. */
const LARGEST = 200_000;
/** Bytes that a browser sends of a page that is gone: 64 KB, of which some are for what stands around the edits. */
const LAST_BYTES = 60_000;
const WAIT = 20_000;

const sizeOf = (edit: AnswerEdit) => JSON.stringify(edit.value).length + 100;

/** The first of `edits` that go in one request: of one device, in order, and not too much at once. */
export function firstBatch(edits: readonly AnswerEdit[], most = MOST_EDITS): Batch | undefined {
  const [first] = edits;
  if (!first) return undefined;
  const batch: AnswerEdit[] = [];
  let size = 0;
  for (const edit of edits) {
    size += sizeOf(edit);
    if (edit.device !== first.device || batch.length === most || (batch.length > 0 && size > LARGEST)) break;
    batch.push(edit);
  }
  return { device: first.device, edits: batch };
}

/** Those of a device's edits that a browser still sends when the page is gone; what is longer stays on the device. */
export function lastBatch(edits: readonly AnswerEdit[], device: string): Batch | undefined {
  const own = edits.filter((edit) => edit.device === device);
  const batch: AnswerEdit[] = [];
  let size = 0;
  for (const edit of own) {
    const bytes = new TextEncoder().encode(JSON.stringify(edit.value)).length + 150;
    if (batch.length === MOST_EDITS || size + bytes > LAST_BYTES) continue;
    size += bytes;
    batch.push(edit);
  }
  return batch.length > 0 ? { device, edits: batch } : undefined;
}

export const sendAnswers: SendAnswers = async ({ personId, attemptId }, { device, edits, since, leaving = false }) => {
  const sent = edits.map(({ slot, sequence, value, madeAt }) => ({ slot, sequence, value, madeAt }));
  const body = JSON.stringify({ attemptId, device, person: personId, since, edits: sent });
  const sentAt = performance.now();
  // A slow line takes a long answer at a few thousand characters a second.
  const signal = leaving ? undefined : AbortSignal.timeout(WAIT + Math.ceil(body.length / 2));
  const answer = await sendJson<Saved>(ADDRESS, body, { keepalive: leaving, signal });
  if (answer.result === "taken") noteServerTime(answer.answer.now, { sentAt });
  return answer;
};
