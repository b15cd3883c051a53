import { createStore, del, entries, get, set } from "idb-keyval";

/** What was written and not saved yet, kept on the device by its key. None of these rejects. */
export type KeptStore<Kept> = {
  read: (key: string) => Promise<Kept | undefined>;
  /** All whose keys begin so. */
  readUnder: (prefix: string) => Promise<[key: string, kept: Kept][]>;
  keep: (key: string, kept: Kept) => Promise<void>;
  forget: (key: string) => Promise<void>;
};

/** A browser may have no store (a private window): then nothing is kept, and work goes on. */
const orNothing = () => undefined;

/** Opens a store of the browser's, which holds one kind of thing. */
export function openKeptStore<Kept>(database: string, name: string): KeptStore<Kept> {
  const store = () => createStore(database, name);
  const attempt = async <Answer>(work: () => Promise<Answer>) => {
    try {
      return await work();
    } catch {
      return orNothing();
    }
  };
  return {
    read: (key) => attempt(() => get<Kept>(key, store())),
    readUnder: async (prefix) =>
      ((await attempt(() => entries<string, Kept>(store()))) ?? []).filter(([key]) => key.startsWith(prefix)),
    keep: async (key, kept) => attempt(() => set(key, kept, store())),
    forget: async (key) => attempt(() => del(key, store())),
  };
}
