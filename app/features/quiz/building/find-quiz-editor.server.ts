import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";

/** All that the page shows on which a quiz is built. Throws 404 for who may not edit it. */
export async function findQuizEditor(ctx: Pick<PersonContext, "db" | "actor">, address: QuizAddress) {
  return openQuizDraft(ctx, address);
}
