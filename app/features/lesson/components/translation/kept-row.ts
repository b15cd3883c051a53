import { createStore, del, get, set } from "idb-keyval";
import type { LessonNode } from "../../lesson-node.ts";

/** A block of a translation that was written and not saved yet, kept on the device. */
export type KeptRow = {
  /** Where its blocks stand in the translation, as they are saved. */
  at: number;
  before: LessonNode[];
  /** The block of the source beside it; null for one of the translation's own. */
  source: LessonNode | null;
  draft: LessonNode;
};

const store = () => createStore("maqdis-translations", "rows");

/** A browser may have no store (a private window): then nothing is kept, and writing goes on. */
const orNothing = () => undefined;

export const readKeptRow = (key: string): Promise<KeptRow | undefined> => get<KeptRow>(key, store()).catch(orNothing);
export const keepRow = (key: string, row: KeptRow): Promise<void> => set(key, row, store()).catch(orNothing);
export const forgetRow = (key: string): Promise<void> => del(key, store()).catch(orNothing);
