import { createStore, del, entries, set } from "idb-keyval";

export type Completion = { enrolmentId: string; lessonId: string; cause: "acknowledged" | "reachedEnd" };
type Kept = Completion & { keptAt: number };

/**
 * - `done`: the server has it
 * - `kept`: the server could not be reached; it is kept on this device until it can
 * - `refused`: the server does not take it
 * - `signIn`: the session is over
 */
export type Sending = "done" | "kept" | "refused" | "signIn";

/** What the server will not take for so long, in milliseconds, is let go. */
const LET_GO_AFTER = 90 * 24 * 3_600_000;

const store = () => createStore("maqdis", "completions");
const keyOf = ({ enrolmentId, lessonId }: Completion) => `${enrolmentId}/${lessonId}`;

async function post({ enrolmentId, lessonId, cause }: Completion): Promise<Exclude<Sending, "kept"> | "away"> {
  const body = new URLSearchParams({ enrolmentId, lessonId, cause });
  try {
    const answer = await fetch("/resources/completions", { method: "POST", body, redirect: "manual" });
    if (answer.ok) return "done";
    if (answer.type === "opaqueredirect") return "signIn";
    return answer.status >= 500 || answer.status === 429 ? "away" : "refused";
  } catch {
    return "away";
  }
}

/** Sends a completion, or keeps it on this device where the server cannot be reached. */
export async function sendCompletion(completion: Completion): Promise<Sending> {
  const sent = await post(completion);
  if (sent !== "away") return sent;
  await set(keyOf(completion), { ...completion, keptAt: Date.now() } satisfies Kept, store());
  return "kept";
}

/**
 * Sends what is kept on this device. What is refused stays for a while: it may be another person's who learns on
 * this device, or of a course she comes back to. Returns what the server has now and what is still kept.
 */
export async function sendKept(): Promise<{ sent: Completion[]; kept: Completion[] }> {
  const all = (await entries<string, Kept>(store())).map(([, completion]) => completion);
  const sent: Completion[] = [];
  const kept: Completion[] = [];
  for (const completion of all) {
    const answer = await post(completion);
    const old = Date.now() - completion.keptAt > LET_GO_AFTER;
    if (answer === "done" || (answer === "refused" && old)) await del(keyOf(completion), store());
    (answer === "done" ? sent : kept).push(completion);
  }
  return { sent, kept };
}
