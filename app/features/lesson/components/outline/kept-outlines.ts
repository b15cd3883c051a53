import { createStore, del, get, set } from "idb-keyval";
import type { DraftOutline } from "../../outline/draft-outline.ts";

/** An outline that was changed and not saved yet, kept on the device, with the one it was made from. */
export type KeptOutline = { base: DraftOutline; outline: DraftOutline };

const store = () => createStore("maqdis-outline-editor", "outlines");

/** A browser may have no store (a private window): then nothing is kept, and work goes on. */
const orNothing = () => undefined;

export const readKept = (key: string): Promise<KeptOutline | undefined> =>
  get<KeptOutline>(key, store()).catch(orNothing);
export const keep = (key: string, kept: KeptOutline): Promise<void> => set(key, kept, store()).catch(orNothing);
export const forget = (key: string): Promise<void> => del(key, store()).catch(orNothing);
