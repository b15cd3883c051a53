import { useCallback, useEffect, useRef, useState } from "react";
import { onLeaving } from "#app/platform/browser/on-leaving.ts";
import type { LessonNode } from "../../lesson-node.ts";
import { blocksOf, splitDocument } from "../../translation/split-document.ts";
import { forgetRow, type KeptRow, keepRow } from "./kept-row.ts";
import type { Answered, SaveChange } from "./use-translation-pair.ts";

/** After so many milliseconds without a key what was written is saved, and tried again where the line was dead. */
const SAVE_AFTER = 1_500;
const TRY_AGAIN_AFTER = 5_000;

const key = (part: LessonNode | undefined) => JSON.stringify(part);

/** Where the blocks that were just saved stand: by the first of them, or where they were put. */
function settle(row: KeptRow, { pair }: Answered): Pick<KeptRow, "at" | "before"> {
  const parts = splitDocument(pair.translation?.document ?? { type: "doc" });
  const saved = splitDocument(row.draft);
  const places = [...parts.keys()].filter((place) => key(parts[place]) === key(saved[0]));
  const at = places.sort((a, b) => Math.abs(a - row.at) - Math.abs(b - row.at))[0] ?? row.at;
  return { at, before: parts.slice(at, at + saved.length) };
}

type RowDraftInput = {
  row: KeptRow;
  /** Where it is kept on the device until it is saved. */
  keptAs: string;
  save: SaveChange;
  /** It was kept on the device when the page was left, and is not saved yet. */
  restored: boolean;
  onMoved: (place: { at: number; count: number }) => void;
};

/** The block that is being written: kept on the device at once, saved when the hands rest, and on leaving. */
export function useRowDraft({ row: initial, keptAs, save, restored, onMoved }: RowDraftInput) {
  const row = useRef(initial);
  const dirty = useRef(restored);
  const [conflict, setConflict] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const moved = useRef(onMoved);
  moved.current = onMoved;
  const flush = useCallback(
    async ({ done = false, leaving = false } = {}): Promise<boolean> => {
      clearTimeout(timer.current);
      const { at, before, source, draft } = row.current;
      if (!dirty.current && !(done && blocksOf(draft).length > 0)) return true;
      dirty.current = false;
      const basis = done || before.length === 0 ? { basis: source } : {};
      const after = blocksOf(draft).length > 0 ? [draft] : [];
      const outcome = await save({ kind: "blocks", at, before, after, ...basis }, { leaving });
      if (outcome.result === "taken") {
        const place = settle({ ...row.current, draft }, outcome);
        row.current = { ...row.current, ...place };
        moved.current({ at: place.at, count: place.before.length });
        if (!dirty.current) void forgetRow(keptAs);
        return true;
      }
      dirty.current = true;
      if (outcome.result === "conflict") setConflict(true);
      else if (outcome.result === "away") timer.current = setTimeout(() => void flush({ done }), TRY_AGAIN_AFTER);
      return false;
    },
    [keptAs, save],
  );
  useEffect(() => {
    if (dirty.current) timer.current = setTimeout(() => void flush(), SAVE_AFTER);
    const stop = onLeaving(() => void flush({ leaving: true }));
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [flush]);
  const change = (draft: LessonNode) => {
    if (key(draft) === key(row.current.draft)) return;
    row.current = { ...row.current, draft };
    dirty.current = true;
    void keepRow(keptAs, row.current);
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(() => void flush(), SAVE_AFTER);
  };
  /** Puts what was written here over what somebody else saved, which was shown. */
  const keepMine = async (theirs: Pick<KeptRow, "at" | "before">) => {
    row.current = { ...row.current, ...theirs };
    dirty.current = true;
    setConflict(false);
    await flush();
  };
  const drop = () => {
    dirty.current = false;
    clearTimeout(timer.current);
    void forgetRow(keptAs);
  };
  return { change, flush, conflict, keepMine, drop };
}
