import { openKeptStore } from "#app/platform/browser/kept-store.ts";
import type { Cue } from "../../playback.ts";

/** What was edited and not saved yet, kept on the device. */
type KeptCaptions = {
  cues: Cue[];
  /** Of the captions that it was made from; null where there were none. */
  updatedAt: string | null;
};

export const captionDrafts = openKeptStore<KeptCaptions>("maqdis-lecture-editor", "captions");
