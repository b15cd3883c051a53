import { createStore, del, get, set } from "idb-keyval";
import type { Cue } from "../../playback.ts";

/** What was edited and not saved yet, kept on the device. */
export type KeptCaptions = {
  cues: Cue[];
  /** Of the captions that it was made from; null where there were none. */
  updatedAt: string | null;
};

const store = () => createStore("maqdis-lecture-editor", "captions");

/** A browser may have no store (a private window): then nothing is kept, and editing goes on. */
const orNothing = () => undefined;

export const readKept = (key: string): Promise<KeptCaptions | undefined> =>
  get<KeptCaptions>(key, store()).catch(orNothing);
export const keep = (key: string, draft: KeptCaptions): Promise<void> => set(key, draft, store()).catch(orNothing);
export const forget = (key: string): Promise<void> => del(key, store()).catch(orNothing);
