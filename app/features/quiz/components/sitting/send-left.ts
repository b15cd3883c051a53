import { keyOf } from "./answer-edit.ts";
import { changeKept, findKept, findKeptAttempts, type Owner } from "./answer-store.ts";
import { firstBatch, type SendAnswers } from "./send-answers.ts";
import { serverTime } from "./server-clock.ts";

async function sendOf(owner: Owner, send: SendAnswers): Promise<void> {
  const since = serverTime() ?? Date.now();
  for (;;) {
    const kept = await findKept(owner);
    const batch = firstBatch(kept.sort((a, b) => a.sequence - b.sequence));
    if (!batch) return;
    const sent = await send(owner, { ...batch, since });
    if (sent.result !== "taken") return;
    const taken = [...sent.answer.edits, ...sent.answer.refused];
    if (taken.length === 0) return;
    await changeKept(owner, { keep: [], drop: taken.map((edit) => keyOf({ ...edit, device: batch.device })) });
  }
}

/** Sends what the person's earlier attempts left on this device; stops at each of which the server takes no more. */
export async function sendLeft({ personId, attemptId }: Owner, send: SendAnswers): Promise<void> {
  for (const other of await findKeptAttempts(personId))
    if (other !== attemptId) await sendOf({ personId, attemptId: other }, send);
}
