import type { BlockInsert } from "../../blocks/block-editor.ts";
import type { GivenFile } from "./given-files.ts";
import { makeStore, type Store } from "./store.ts";

/** The menu of blocks while it is open at the cursor. */
export type OpenMenu = {
  inserts: BlockInsert[];
  at: number;
  choose: (insert: BlockInsert) => void;
  place: () => DOMRect | null;
};

export type OpenDialog = "keys" | "link" | "language";

/** What a screen reader is told: a key of text-editor and its values. */
export type News = { key: string; values?: Record<string, unknown> };

/** What lies beside the surface and is set from it. */
export type EditorDesk = {
  menu: Store<OpenMenu | null>;
  dialog: Store<OpenDialog | null>;
  news: Store<News | null>;
  /** Pictures that were pasted, which nobody fetches. */
  leftOut: Store<readonly string[]>;
  /** The file that was dropped or pasted last, while there is something to say of it. */
  given: Store<GivenFile | null>;
  /** Whether the settings of the block at the cursor are in sight. */
  panel: Store<boolean>;
};

// The menus and the settings stand beside the text where there is room.
const ROOMY = "(min-width: 80rem)";

export function makeDesk(): EditorDesk {
  return {
    menu: makeStore<OpenMenu | null>(null),
    dialog: makeStore<OpenDialog | null>(null),
    news: makeStore<News | null>(null),
    leftOut: makeStore<readonly string[]>([]),
    given: makeStore<GivenFile | null>(null),
    panel: makeStore(window.matchMedia(ROOMY).matches),
  };
}
