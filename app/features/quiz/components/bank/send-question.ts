import type { MessageValues } from "#app/platform/i18n/message-key.ts";
import type { Opened } from "../../bank/bank-schema.ts";
import type { SavedQuestion } from "../../bank/save-question.server.ts";
import type { ShownDraft, TriedDraft } from "../../bank/show-draft.server.ts";
import type { AddedPicture } from "../editing/pictures.ts";
import type { QuestionFacts } from "./question-draft.ts";

/**
 * What went wrong on the way:
 * - `away`: the academy could not be reached; nothing is lost, it can be sent again
 * - `shut`: the session is over, or the course is this person's no more
 * - `tooLong`: more than is taken at once
 */
export type Failed = { result: "away" | "shut" | "tooLong" };

const failed = (result: Failed["result"]): Failed => ({ result });

async function send<Answer>(address: string, body: BodyInit): Promise<Answer | Failed> {
  try {
    const response = await fetch(address, { method: "POST", body });
    if (response.status >= 500 || response.status === 429) return failed("away");
    if (response.status === 413) return failed("tooLong");
    if (!response.headers.get("content-type")?.includes("json")) return failed("shut");
    return await response.json();
  } catch {
    // The line is dead, or ended in the middle of the answer.
    return failed("away");
  }
}

const drafts = (course: string) => `/resources/question-drafts/${course}`;

type Draft = { type: string; body: unknown };

export const sendShow = (course: string, { type, body }: Draft) =>
  send<ShownDraft>(drafts(course), JSON.stringify({ intent: "show", type, body }));

export const sendTry = (course: string, { type, body, answer }: Draft & { answer: unknown }) =>
  send<TriedDraft>(drafts(course), JSON.stringify({ intent: "try", type, body, answer }));

export const sendSave = (
  course: string,
  { id, type, draft, opened }: { id: string | null; type: string; draft: QuestionFacts; opened: Opened | null },
) =>
  send<SavedQuestion>(
    drafts(course),
    JSON.stringify({ intent: "save", questionId: id, draft: { ...draft, type }, opened }),
  );

export type SentPicture =
  | { result: "added"; picture: AddedPicture }
  | { result: "refused"; messageKey: string; values: MessageValues };

export function sendPicture(course: string, picture: File): Promise<SentPicture | Failed> {
  const form = new FormData();
  form.append("picture", picture);
  return send<SentPicture>(`/resources/question-pictures/${course}`, form);
}
