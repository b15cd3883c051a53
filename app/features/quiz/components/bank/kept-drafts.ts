import { createStore, del, get, set } from "idb-keyval";
import type { Opened } from "../../bank/bank-schema.ts";
import type { QuestionFacts } from "./question-draft.ts";

/** What was written and not saved yet, kept on the device. */
export type KeptDraft = {
  draft: QuestionFacts;
  /** What it was made from; null for a new question. */
  opened: Opened | null;
};

const store = () => createStore("maqdis-question-editor", "questions");

/** A browser may have no store (a private window): then nothing is kept, and writing goes on. */
const orNothing = () => undefined;

export const readKept = (key: string): Promise<KeptDraft | undefined> => get<KeptDraft>(key, store()).catch(orNothing);
export const keep = (key: string, draft: KeptDraft): Promise<void> => set(key, draft, store()).catch(orNothing);
export const forget = (key: string): Promise<void> => del(key, store()).catch(orNothing);
