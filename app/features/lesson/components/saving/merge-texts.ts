import {
  type BlockConflict,
  conflictsOf,
  joinPieces,
  type MergeChoice,
  type MergePiece,
  mergeBlocks,
  mergeLine,
} from "../../editing/merge-blocks.ts";
import type { SavedContent, TextContent } from "./text-content.ts";

type LineName = "title" | "summary";
export type LineConflict = { line: LineName; mine: string; theirs: string };

/** What two people made of one text, where there is something to choose. */
export type TextConflict = {
  theirs: SavedContent;
  lines: LineConflict[];
  blocks: BlockConflict[];
  /** The text with what was chosen, by the places in `lines` and in `blocks`; of blocks not chosen both stay. */
  resolve: (choices: { lines: ("mine" | "theirs")[]; blocks: MergeChoice[] }) => TextContent;
};

export type TextMerge = { merged: TextContent } | { conflict: TextConflict };

type Texts = { base: TextContent; mine: TextContent; theirs: SavedContent };

function mergeDocuments({ base, mine, theirs }: Texts): MergePiece[] {
  return mergeBlocks({ base: base.document, mine: mine.document, theirs: theirs.document });
}

/** Merges title, summary and text of what I wrote with what somebody else saved since. */
export function mergeTexts(texts: Texts): TextMerge {
  const { base, mine, theirs } = texts;
  const pieces = mergeDocuments(texts);
  const names: LineName[] = ["title", "summary"];
  const lineOf = (line: LineName) => mergeLine({ base: base[line], mine: mine[line], theirs: theirs[line] });
  const lines = names
    .filter((line) => lineOf(line) === null)
    .map((line) => ({ line, mine: mine[line], theirs: theirs[line] }));
  const blocks = conflictsOf(pieces);
  const resolve: TextConflict["resolve"] = (choices) => {
    const chosen = (line: LineName) => {
      const index = lines.findIndex((one) => one.line === line);
      return lineOf(line) ?? (choices.lines[index] === "theirs" ? theirs[line] : mine[line]);
    };
    return { title: chosen("title"), summary: chosen("summary"), document: joinPieces(pieces, choices.blocks) };
  };
  if (lines.length + blocks.length === 0) return { merged: resolve({ lines: [], blocks: [] }) };
  return { conflict: { theirs, lines, blocks, resolve } };
}
