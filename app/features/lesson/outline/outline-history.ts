import type { DraftOutline } from "./draft-outline.ts";

/** An outline in hand with what it was before, and what was undone of it. */
export type OutlineHistory = {
  present: DraftOutline;
  past: DraftOutline[];
  future: DraftOutline[];
  /** Of the last change: typing in one field is one change. */
  lastKey: string | null;
};

const LONGEST = 200;

export function beginHistory(present: DraftOutline): OutlineHistory {
  return { present, past: [], future: [], lastKey: null };
}

/** A change that can be undone. Changes with the same `key` one after the other are one. */
export function change(history: OutlineHistory, present: DraftOutline, key: string | null = null): OutlineHistory {
  if (present === history.present) return history;
  const goesOn = key !== null && key === history.lastKey;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { present, past, future: [], lastKey: key };
}

export function undo({ present, past, future }: OutlineHistory): OutlineHistory {
  const before = past.at(-1);
  if (!before) return { present, past, future, lastKey: null };
  return { present: before, past: past.slice(0, -1), future: [present, ...future], lastKey: null };
}

export function redo({ present, past, future }: OutlineHistory): OutlineHistory {
  const [next, ...rest] = future;
  if (!next) return { present, past, future, lastKey: null };
  return { present: next, past: [...past, present], future: rest, lastKey: null };
}

/** Every state with what somebody else changed meanwhile, so that undoing never takes that back. */
export function rebase(history: OutlineHistory, take: (outline: DraftOutline) => DraftOutline): OutlineHistory {
  const { present, past, future, lastKey } = history;
  return { present: take(present), past: past.map(take), future: future.map(take), lastKey };
}
