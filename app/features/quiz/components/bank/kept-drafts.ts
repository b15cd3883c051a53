import { openKeptStore } from "#app/platform/browser/kept-store.ts";
import type { Opened } from "../../bank/bank-schema.ts";
import type { QuestionFacts } from "./question-draft.ts";

/** What was written and not saved yet, kept on the device. */
type KeptDraft = {
  draft: QuestionFacts;
  /** What it was made from; null for a new question. */
  opened: Opened | null;
};

export const keptDrafts = openKeptStore<KeptDraft>("maqdis-question-editor", "questions");
