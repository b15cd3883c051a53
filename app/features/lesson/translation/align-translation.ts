import type { LessonNode } from "../lesson-node.ts";
import { findAnchors, matchParts } from "./match-parts.ts";
import { blocksOf, type LessonPart, splitDocument } from "./split-document.ts";
import type { TranslationBasis } from "./translation-basis.ts";

export type RowState = "current" | "stale" | "missing" | "extra";

export type TranslationRow = {
  source: { index: number; part: LessonPart } | null;
  translation: { index: number; part: LessonPart } | null;
  /** Stale: the source was changed since. Extra: what it was translated from is gone, or it is the translation's own. */
  state: RowState;
  /** What it was translated from; null for what is missing, and for what is the translation's own. */
  before: LessonPart | null;
  /** It stands elsewhere than its source. */
  moved: boolean;
};

export type Alignment = {
  rows: TranslationRow[];
  /** Nothing says what it was translated from: blocks belong together by their kinds or, `byPlace`, by their places. */
  presumed: "byKind" | "byPlace" | null;
};

const kindsOf = (parts: LessonPart[]) => parts.map((part) => blocksOf(part)[0]?.type ?? "");

/**
 * What each block of a translation is taken to have been translated from where nothing tells: of two texts with the
 * same sequence of kinds of blocks the block in the same place; of others what the kinds that agree leave between them
 * by its place.
 */
export function presumeBlocks(source: LessonNode, translation: LessonNode): (LessonPart | null)[] {
  const parts = splitDocument(source);
  const translated = splitDocument(translation);
  const { anchors, gaps } = findAnchors(kindsOf(translated), kindsOf(parts));
  for (const { before, after } of gaps)
    before.forEach((from, place) => {
      const to = after[place];
      if (to !== undefined) anchors.set(from, to);
    });
  return translated.map((_, index) => parts[anchors.get(index) ?? -1] ?? null);
}

/** The places of a longest sequence that rises: of what stands in it, nothing was moved. */
function risingPlaces(values: number[]): Set<number> {
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, place) => {
    let length = ends.findIndex((end) => (values[end] ?? 0) >= value);
    if (length < 0) length = ends.length;
    previous[place] = ends[length - 1];
    ends[length] = place;
  });
  const rising = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous[place]) rising.add(place);
  return rising;
}

/** To which block of the source each block of the translation belongs; null where to none. */
function belongings(source: LessonPart[], bases: (LessonPart | null)[]) {
  const said = bases.flatMap((part, index) => (part ? [{ part, index }] : []));
  const matches = matchParts(
    said.map(({ part }) => part),
    source,
  );
  const belonging = new Map(said.flatMap(({ index }, place) => (matches[place] ? [[index, matches[place]]] : [])));
  const inOrder = [...belonging].sort(([a], [b]) => a - b);
  const rising = risingPlaces(inOrder.map(([, { to }]) => to));
  const moved = new Set(inOrder.filter((_, place) => !rising.has(place)).map(([index]) => index));
  return { belonging, moved };
}

/**
 * Puts a source and its translation side by side: the blocks of the source in their order, each with its translation,
 * and what the translation has besides after the block that it follows. Both documents are canonical.
 */
export function alignTranslation({
  source,
  translation,
  basis,
}: {
  source: LessonNode;
  translation: LessonNode;
  basis: Pick<TranslationBasis, "blocks"> | null;
}): Alignment {
  const sources = splitDocument(source);
  const translations = splitDocument(translation);
  // A basis of another length is of another text: nothing it says can be relied on.
  const known = basis?.blocks.length === translations.length ? basis.blocks : null;
  const bases = known ?? presumeBlocks(source, translation);
  const { belonging, moved } = belongings(sources, bases);
  const rows: TranslationRow[] = sources.map((part, index) => ({
    source: { index, part },
    translation: null,
    state: "missing",
    before: null,
    moved: false,
  }));
  let last = -1;
  const besides: { after: number; row: TranslationRow }[] = [];
  translations.forEach((part, index) => {
    const match = belonging.get(index);
    const own = { translation: { index, part }, before: bases[index] ?? null };
    const row = match && rows[match.to];
    if (!match || !row) {
      besides.push({ after: last, row: { ...own, source: null, state: "extra", moved: false } });
      return;
    }
    rows[match.to] = { ...row, ...own, state: match.same ? "current" : "stale", moved: moved.has(index) };
    last = match.to;
  });
  const ordered = [-1, ...sources.keys()].flatMap((index) => [
    ...(rows[index] ? [rows[index]] : []),
    ...besides.filter(({ after }) => after === index).map(({ row }) => row),
  ]);
  const presumed = kindsOf(sources).join() === kindsOf(translations).join() ? "byKind" : "byPlace";
  return { rows: ordered, presumed: known === null && translations.length > 0 ? presumed : null };
}

/** How a translated line, a title or a summary, stands to its source. */
export function lineState(line: { source: string; translation: string; before: string | null }): RowState {
  if (line.translation === "") return line.source === "" ? "current" : "missing";
  return line.before === null || line.before === line.source ? "current" : "stale";
}

/** Whether somebody has to look at a row: what was translated from nothing needs nobody. */
export function needsWork({ state, moved, before }: TranslationRow): boolean {
  return state === "missing" || state === "stale" || moved || (state === "extra" && before !== null);
}
