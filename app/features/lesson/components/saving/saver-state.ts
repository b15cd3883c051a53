import type { TextConflict } from "./merge-texts.ts";
import type { SentText } from "./send-text.ts";
import type { SavedContent, TextContent } from "./text-content.ts";

/**
 * How what is written stands:
 * - `saved`: the server has all of it; `unsaved`: some seconds of it are on this device alone; `saving`: on its way
 * - `kept`: the server cannot be reached; `signIn`: the session is over; `refused`: the server does not take it
 * - `incomplete`: title or summary are missing; `conflict`: another saved the same blocks, and there is to choose
 *
 * But for `saved`, all of it is kept on this device.
 */
export type Standing = "saved" | "unsaved" | "saving" | "kept" | "signIn" | "refused" | "incomplete" | "conflict";

export type SaverState = {
  standing: Standing;
  base: SavedContent;
  mine: TextContent;
  conflict: TextConflict | null;
  /** Work of an earlier time came back from this device; said as long as the page is open, for it is saved at once. */
  restored: boolean;
  /** Whose changes were last merged into this text, and how often others' were. */
  merged: { by: string | null; times: number };
};

/** Work that the server has not: what was written, and upon what. */
export type KeptText = { base: SavedContent; mine: TextContent; at: number };

export type SaverPorts = {
  /** Sends a text; `leaving` where the page may be gone before the answer comes. */
  send: (text: TextContent & { before: string | null }, options: { leaving: boolean }) => Promise<SentText>;
  /** The text as it is saved now; undefined where it could not be asked for. */
  findNewest: () => Promise<SavedContent | undefined>;
  /** Keeps work on this device, or lets it go. */
  keep: (kept: KeptText | null) => void;
  /** Puts a document on the surface. */
  show: (document: TextContent["document"]) => void;
  /** What stands on the surface now; undefined where there is none. */
  written: () => TextContent["document"] | undefined;
};
