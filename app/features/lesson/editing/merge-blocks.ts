import { diffIndices } from "node-diff3";
import type { LessonNode } from "../lesson-node.ts";
import { joinParts, type LessonPart } from "../translation/split-document.ts";
import { keyOf, partsOf } from "./text-parts.ts";

/** Blocks, each with its notes, of which there is nothing to choose. */
type Settled = { settled: LessonPart[] };

/** What both changed, each in her own way. */
export type BlockConflict = { base: LessonPart[]; mine: LessonPart[]; theirs: LessonPart[] };

export type MergePiece = Settled | BlockConflict;

/** Which of the two versions of some blocks stays. `both` is mine, then theirs. */
export type MergeChoice = "mine" | "theirs" | "both";

type Documents = { base: LessonNode; mine: LessonNode; theirs: LessonNode };
type Side = "mine" | "theirs";

/** In the place of the base's blocks from `from` to `to` stand those of a side from `start` to `end`. */
type Hunk = { side: Side; from: number; to: number; start: number; end: number };
type Region = { from: number; to: number; hunks: Hunk[] };

const isSame = (some: LessonPart[], others: LessonPart[]) => some.map(keyOf).join() === others.map(keyOf).join();

/** Blocks that changed and are as many as before are paired one by one: that two neighbours changed is no conflict. */
function paired(hunk: Hunk): Hunk[] {
  const { side, from, to, start, end } = hunk;
  if (to - from !== end - start) return [hunk];
  return Array.from({ length: to - from }, (_, i) => {
    return { side, from: from + i, to: from + i + 1, start: start + i, end: start + i + 1 };
  });
}

function hunksOf(side: Side, base: LessonPart[], changed: LessonPart[]): Hunk[] {
  return diffIndices(base.map(keyOf), changed.map(keyOf)).flatMap(({ buffer1, buffer2 }) => {
    const [from, count] = [Number(buffer1[0]), Number(buffer1[1])];
    const [start, length] = [Number(buffer2[0]), Number(buffer2[1])];
    return paired({ side, from, to: from + count, start, end: start + length });
  });
}

/** Changes that touch the same blocks of the base, or put others in at the same place, belong together. */
function regionsOf(hunks: Hunk[]): Region[] {
  const regions: Region[] = [];
  for (const hunk of hunks.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = regions.at(-1);
    const samePlace = last && last.from === last.to && hunk.from === hunk.to && last.from === hunk.from;
    if (last && (hunk.from < last.to || samePlace)) {
      last.hunks.push(hunk);
      last.to = Math.max(last.to, hunk.to);
    } else {
      regions.push({ from: hunk.from, to: hunk.to, hunks: [hunk] });
    }
  }
  return regions;
}

/** What a side has in the place of a region; what it did not change there is as in the base. */
function contentOf(region: Region, side: Side, parts: LessonPart[]): LessonPart[] | undefined {
  const hunks = region.hunks.filter((hunk) => hunk.side === side);
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (!first || !last) return undefined;
  return parts.slice(first.start - (first.from - region.from), last.end + (region.to - last.to));
}

/**
 * Merges what two people made of one text, block by block: what one of them changed alone is taken, and what both
 * changed is left to choose. No block that either wrote, and none that both kept, is missing in the pieces.
 */
export function mergeBlocks({ base, mine, theirs }: Documents): MergePiece[] {
  const parts = { base: partsOf(base), mine: partsOf(mine), theirs: partsOf(theirs) };
  const hunks = (["mine", "theirs"] as const).flatMap((side) => hunksOf(side, parts.base, parts[side]));
  const pieces: MergePiece[] = [];
  let reached = 0;
  for (const region of regionsOf(hunks)) {
    pieces.push({ settled: parts.base.slice(reached, region.from) });
    reached = region.to;
    const own = contentOf(region, "mine", parts.mine);
    const other = contentOf(region, "theirs", parts.theirs);
    if (own && other && !isSame(own, other)) {
      pieces.push({ base: parts.base.slice(region.from, region.to), mine: own, theirs: other });
    } else {
      pieces.push({ settled: own ?? other ?? [] });
    }
  }
  pieces.push({ settled: parts.base.slice(reached) });
  return pieces;
}

/** What there is to choose among the pieces, in the order of the text. */
export function conflictsOf(pieces: readonly MergePiece[]): BlockConflict[] {
  return pieces.flatMap((piece) => ("settled" in piece ? [] : [piece]));
}

function chosen({ mine, theirs }: BlockConflict, choice: MergeChoice): LessonPart[] {
  if (choice === "both") return [...mine, ...theirs];
  return choice === "mine" ? mine : theirs;
}

/**
 * The document that the pieces make, with a choice for each conflict in their order; where none was made, both stay.
 * Two different notes that got one label are told apart. To be brought into its canonical form yet.
 */
export function joinPieces(pieces: readonly MergePiece[], choices: readonly (MergeChoice | undefined)[]): LessonNode {
  let next = 0;
  const parts = pieces.flatMap((piece) => {
    if ("settled" in piece) return piece.settled;
    next += 1;
    return chosen(piece, choices[next - 1] ?? "both");
  });
  return joinParts(parts);
}

/** A line that one of two changed; null where both did, each in her own way. */
export function mergeLine({ base, mine, theirs }: { base: string; mine: string; theirs: string }): string | null {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : null;
}
