import type { MessageValues } from "#app/platform/i18n/message-key.ts";

/**
 * - `saved`: it is kept
 * - `conflict`: somebody else saved the same since it was opened
 * - `refused`: it cannot be kept as it is
 * - `away`: the academy could not be reached; nothing is lost, it can be sent again
 */
export type SentDraft =
  | { result: "saved"; updatedAt?: string | null }
  | { result: "conflict" }
  | { result: "refused"; messageKey: string; values: MessageValues }
  | { result: "away" };

const AWAY: SentDraft = { result: "away" };

/** Sends a part of a lecture's draft. Never throws: what went wrong is in the answer. */
export async function sendDraft(
  { course, lesson }: { course: string; lesson: string },
  form: Record<string, string | Blob>,
): Promise<SentDraft> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  try {
    const response = await fetch(`/resources/lecture-drafts/${course}/${lesson}`, { method: "POST", body });
    if (response.status >= 500 || response.status === 429) return AWAY;
    if (!response.headers.get("content-type")?.includes("json")) {
      return { result: "refused", messageKey: "lecture-editor:errors.signIn", values: {} };
    }
    return await response.json();
  } catch {
    // The line is dead, or ended in the middle of the answer.
    return AWAY;
  }
}
