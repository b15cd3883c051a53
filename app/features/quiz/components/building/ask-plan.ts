import type { MessageValues } from "#app/platform/i18n/message-key.ts";
import type { Choosable } from "../../building/find-choosable-questions.server.ts";
import type { QuizPlan } from "../../quiz-plan.ts";

/**
 * - `saved`: it is kept
 * - `conflict`: somebody else saved the plan since it was opened
 * - `refused`: it cannot be kept as it is
 * - `away`: the academy could not be reached; nothing is lost, it can be sent again
 */
export type SentPlan =
  | { result: "saved"; version: string }
  | { result: "conflict" }
  | { result: "refused"; messageKey: string; values: MessageValues }
  | { result: "away" };

type Address = { course: string; lesson: string };

const hrefOf = ({ course, lesson }: Address) => `/resources/quiz-plans/${course}/${lesson}`;
const isJson = (response: Response) => response.headers.get("content-type")?.includes("json") ?? false;

/** Sends a quiz's plan. Never throws: what went wrong is in the answer. */
export async function sendPlan(address: Address, given: { plan: QuizPlan; before: string }): Promise<SentPlan> {
  const body = new FormData();
  body.append("plan", JSON.stringify(given.plan));
  body.append("before", given.before);
  try {
    const response = await fetch(hrefOf(address), { method: "POST", body });
    if (response.status >= 500 || response.status === 429) return { result: "away" };
    if (!isJson(response)) return { result: "refused", messageKey: "quiz-editor:errors.signIn", values: {} };
    return await response.json();
  } catch {
    // The line is dead, or ended in the middle of the answer.
    return { result: "away" };
  }
}

export type Wanted = { q?: string; category?: string | null; tags?: readonly string[]; after?: string };

/** Questions of the bank that a quiz may take; null where the academy could not be asked. */
export async function askQuestions(address: Address, { q, category, tags, after }: Wanted): Promise<Choosable | null> {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (category) search.set("category", category);
  if (tags && tags.length > 0) search.set("tags", JSON.stringify(tags));
  if (after) search.set("after", after);
  try {
    const response = await fetch(`${hrefOf(address)}?${search}`);
    return response.ok && isJson(response) ? await response.json() : null;
  } catch {
    return null;
  }
}
