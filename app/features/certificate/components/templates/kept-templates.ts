import { createStore, del, get, set } from "idb-keyval";
import type { OpenedTemplate, TemplateDraft } from "./template-draft.ts";

/** What was changed and not saved yet, kept on the device, with what it was made from. */
export type KeptTemplate = { draft: TemplateDraft; opened: OpenedTemplate };

const store = () => createStore("maqdis-template-editor", "templates");

/** A browser may have no store (a private window): then nothing is kept, and work goes on. */
const orNothing = () => undefined;

export const readKept = (key: string): Promise<KeptTemplate | undefined> =>
  get<KeptTemplate>(key, store()).catch(orNothing);
export const keep = (key: string, kept: KeptTemplate): Promise<void> => set(key, kept, store()).catch(orNothing);
export const forget = (key: string): Promise<void> => del(key, store()).catch(orNothing);
