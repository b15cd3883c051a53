import type { LessonNode } from "../lesson-node.ts";
import { type LessonPart, splitDocument } from "./split-document.ts";
import type { TranslationBasis } from "./translation-basis.ts";
import type { TranslationChange } from "./translation-change.ts";

/** A translation as its parts, each with what it was translated from. */
export type TranslatedParts = {
  title: string;
  summary: string;
  parts: LessonPart[];
  basis: TranslationBasis;
};

type BlocksChange = Extract<TranslationChange, { kind: "blocks" }>;
type MoveChange = Extract<TranslationChange, { kind: "move" }>;

/** What came of a change; `conflict` where what it was made over stands there no longer. */
export type Changed = { result: "changed"; text: TranslatedParts } | { result: "already" } | { result: "conflict" };

const key = (part: LessonNode | undefined) => JSON.stringify(part);
const standAt = (parts: LessonPart[], at: number, run: readonly LessonPart[]) =>
  run.every((part, step) => key(parts[at + step]) === key(part));

/** The place nearest to `at` where the run stands, or null. */
function findRun(parts: LessonPart[], at: number, run: readonly LessonPart[]): number | null {
  const places = [...parts.keys()].filter((place) => standAt(parts, place, run));
  return places.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? null;
}

function changeBlocks(text: TranslatedParts, { at, before, after, basis }: BlocksChange): Changed {
  const { parts } = text;
  const { blocks } = text.basis;
  const fresh = after.flatMap(splitDocument);
  const place = before.length > 0 ? findRun(parts, at, before) : Math.min(at, parts.length);
  // A change that was sent twice, since its answer was lost, is made once.
  const done = fresh.length > 0 ? findRun(parts, at, fresh) : null;
  const told = basis !== undefined && done !== null && key(blocks[done] ?? undefined) !== key(basis ?? undefined);
  if (done !== null && !told && (place === null || before.length === 0)) return { result: "already" };
  if (place === null) return { result: "conflict" };
  const first = basis === undefined ? (blocks[place] ?? null) : basis;
  const own = before.length === 0 && basis === undefined ? null : first;
  const rest = blocks.slice(place + 1, place + before.length);
  const bases = fresh.map((_, index) => (index === 0 ? own : (rest[index - 1] ?? null)));
  return {
    result: "changed",
    text: {
      ...text,
      parts: parts.toSpliced(place, before.length, ...fresh),
      basis: { ...text.basis, blocks: blocks.toSpliced(place, before.length, ...bases) },
    },
  };
}

function move(text: TranslatedParts, { from, to, part }: MoveChange): Changed {
  const place = findRun(text.parts, from, [part]);
  if (place === null) return { result: "conflict" };
  const { blocks } = text.basis;
  const target = Math.min(to, text.parts.length - 1);
  const moved = <Item>(items: Item[], item: Item) => items.toSpliced(place, 1).toSpliced(target, 0, item);
  return {
    result: "changed",
    text: {
      ...text,
      parts: moved(text.parts, part),
      basis: { ...text.basis, blocks: moved(blocks, blocks[place] ?? null) },
    },
  };
}

/** Makes one change in a translation, where what it was made over still stands. */
export function applyChange(text: TranslatedParts, change: TranslationChange): Changed {
  if (change.kind === "blocks") return changeBlocks(text, change);
  if (change.kind === "move") return move(text, change);
  const { kind, before, after, basis } = change;
  const already = text[kind] === after && (basis === undefined || text.basis[kind] === basis);
  if (already) return { result: "already" };
  if (text[kind] !== before && text[kind] !== after) return { result: "conflict" };
  return {
    result: "changed",
    text: { ...text, [kind]: after, basis: { ...text.basis, [kind]: basis ?? text.basis[kind] } },
  };
}
