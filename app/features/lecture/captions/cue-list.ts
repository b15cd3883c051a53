import type { Cue } from "../playback.ts";

/** A cue while it is edited; `id` stays its own whatever happens to it. */
export type EditedCue = Cue & { id: number };

/** The captions that are edited, with what they were before each change. */
export type CueList = { cues: EditedCue[]; past: EditedCue[][]; nextId: number };

export type CueChange =
  | { type: "replace"; cues: Cue[] }
  | { type: "text"; id: number; text: string }
  | { type: "start" | "end"; id: number; at: number }
  /** At a place in its text; where nothing stands before or after it, at half of it. */
  | { type: "split"; id: number; caret: number }
  /** With the one after it. */
  | { type: "merge"; id: number }
  | { type: "insert"; after: number | null; at: number }
  | { type: "remove"; id: number }
  /** The line that is now said begins: the one before it ends, and those after it move along. */
  | { type: "tap"; id: number; at: number; endBefore: boolean }
  | { type: "undo" };

const MAX_PAST = 200;
/** Seconds of a cue whose end nobody has said. */
const USUAL_SECONDS = 2;
/** The shortest that can be seen at all. */
const LEAST_SECONDS = 0.1;

const exact = (seconds: number) => Math.max(0, Math.round(seconds * 1000) / 1000);

export function openCueList(cues: readonly Cue[]): CueList {
  return { cues: cues.map((cue, id) => ({ ...cue, id })), past: [], nextId: cues.length };
}

function splitCue(cue: EditedCue, caret: number, id: number): EditedCue[] {
  const at = cue.text.slice(0, caret).trim() && cue.text.slice(caret).trim() ? caret : middleOf(cue.text);
  const [first, second] = [cue.text.slice(0, at).trim(), cue.text.slice(at).trim()];
  if (!first || !second) return [cue];
  const share = first.length / (first.length + second.length);
  const middle = exact(cue.from + (cue.to - cue.from) * share);
  return [
    { ...cue, to: middle, text: first },
    { id, from: middle, to: cue.to, text: second },
  ];
}

/** The space nearest to the middle of a text. */
function middleOf(text: string): number {
  const half = text.length / 2;
  const spaces = [...text.matchAll(/\s/g)].map(({ index }) => index);
  return spaces.toSorted((a, b) => Math.abs(a - half) - Math.abs(b - half))[0] ?? 0;
}

function merge(cues: EditedCue[], id: number): EditedCue[] {
  const index = cues.findIndex((cue) => cue.id === id);
  const [first, second] = [cues[index], cues[index + 1]];
  if (!first || !second) return cues;
  const text = [first.text, second.text].filter(Boolean).join("\n");
  return cues.toSpliced(index, 2, { ...first, to: Math.max(first.to, second.to), text });
}

function insert(cues: EditedCue[], { after, at, id }: { after: number | null; at: number; id: number }): EditedCue[] {
  const index =
    after === null ? cues.filter(({ from }) => from <= at).length : cues.findIndex((one) => one.id === after) + 1;
  const before = cues[index - 1];
  const next = cues[index];
  const from = exact(after === null ? at : (before?.to ?? at));
  const to = next && next.from > from ? Math.min(next.from, from + USUAL_SECONDS) : from + USUAL_SECONDS;
  return cues.toSpliced(index, 0, { id, from, to: exact(to), text: "" });
}

function tap(
  cues: EditedCue[],
  { id, at: given, endBefore }: { id: number; at: number; endBefore: boolean },
): EditedCue[] {
  const index = cues.findIndex((cue) => cue.id === id);
  const tapped = cues[index];
  if (!tapped) return cues;
  const before = cues[index - 1];
  const at = exact(Math.max(given, (before?.from ?? -LEAST_SECONDS) + LEAST_SECONDS));
  const shift = at - tapped.from;
  return cues.map((cue, i) => {
    if (i === index - 1) return endBefore || cue.to > at ? { ...cue, to: at } : cue;
    return i < index ? cue : { ...cue, from: exact(cue.from + shift), to: exact(cue.to + shift) };
  });
}

function change({ cues, nextId }: CueList, act: Exclude<CueChange, { type: "undo" }>): EditedCue[] {
  const each = (id: number, edit: (cue: EditedCue) => EditedCue) =>
    cues.map((cue) => (cue.id === id ? edit(cue) : cue));
  switch (act.type) {
    case "replace":
      return act.cues.map((cue, i) => ({ ...cue, id: nextId + i }));
    case "text":
      return each(act.id, (cue) => ({ ...cue, text: act.text }));
    case "start":
      return each(act.id, (cue) => ({ ...cue, from: exact(act.at) }));
    case "end":
      return each(act.id, (cue) => ({ ...cue, to: exact(act.at) }));
    case "split":
      return cues.flatMap((cue) => (cue.id === act.id ? splitCue(cue, act.caret, nextId) : cue));
    case "merge":
      return merge(cues, act.id);
    case "insert":
      return insert(cues, { ...act, id: nextId });
    case "remove":
      return cues.filter(({ id }) => id !== act.id);
    case "tap":
      return tap(cues, act);
  }
}

/** Words typed one after another into one cue are undone together. */
function continues(before: EditedCue[] | undefined, { cues }: CueList, act: CueChange): boolean {
  if (act.type !== "text" || before?.length !== cues.length) return false;
  return before.every((cue, i) => cue === cues[i] || (cue.id === act.id && cue.text !== cues[i]?.text));
}

/** The list after a change. One that changes nothing answers the same list. */
export function changeCues(list: CueList, act: CueChange): CueList {
  if (act.type === "undo") {
    const before = list.past.at(-1);
    return before ? { ...list, cues: before, past: list.past.slice(0, -1) } : list;
  }
  const cues = change(list, act);
  if (cues.length === list.cues.length && cues.every((cue, i) => cue === list.cues[i])) return list;
  const last = list.past.at(-1);
  const past = last && continues(last, list, act) ? list.past : [...list.past, list.cues].slice(-MAX_PAST);
  return { cues, past, nextId: list.nextId + Math.max(1, act.type === "replace" ? act.cues.length : 0) };
}

export type CueFault = "emptyCue" | "endBeforeStart" | "outOfOrder" | "beyondEnd";

/** What is wrong with each cue, by its id. `beyondEnd` is allowed: nobody will see that cue. */
export function findCueFaults(cues: readonly EditedCue[], lengthSeconds: number | null): Map<number, CueFault> {
  const faults = new Map<number, CueFault>();
  for (const [i, { id, from, to, text }] of cues.entries()) {
    const before = cues[i - 1];
    if (text.trim() === "") faults.set(id, "emptyCue");
    else if (to <= from) faults.set(id, "endBeforeStart");
    else if (before && from < before.from) faults.set(id, "outOfOrder");
    else if (lengthSeconds !== null && from >= lengthSeconds) faults.set(id, "beyondEnd");
  }
  return faults;
}
