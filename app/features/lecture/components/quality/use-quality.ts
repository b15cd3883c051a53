import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { LectureView, Playback } from "../../playback.ts";
import {
  costOf,
  type DataBudget,
  formForLine,
  leftOf,
  modesOf,
  nextSmaller,
  planQuality,
  type QualityMode,
  type QualityPlan,
} from "../../quality/plan-quality.ts";
import { keepQuality, onKeptQuality, readKeptQuality } from "./kept-quality.ts";
import { megabitsPerSecond, savesData } from "./line-facts.ts";

/** Something about the form of the lecture that the reader should hear, and may answer. */
export type QualityNotice = {
  because: NonNullable<QualityPlan["because"]>;
  wanted: QualityMode;
  mode: QualityMode;
  bytes: number;
};

export type QualityState = {
  /** What is in force. */
  mode: QualityMode;
  /** What she chose, or `auto`. */
  wanted: QualityMode;
  /** All there is to choose from, with what the whole lecture takes at most. */
  options: { mode: QualityMode; bytes: number }[];
  /** What to give the media element once she presses play; null where nothing is to be fetched. */
  source: { src: string; type: string } | null;
  /** Of what `source` gives, where that is one form. */
  bitsPerSecond: number | null;
  choose: (mode: QualityMode) => void;
  /** To be called when playing faltered for good, on a line that is not dead. */
  noteStall: () => void;
  /** Takes the form again from which it fell. */
  goBackUp: () => void;
  /** Lets this lecture go beyond the limit of the month. */
  goBeyondLimit: () => void;
  notice: QualityNotice | null;
  hasSlides: boolean;
  /** What may still be spent this month; null where she set no limit. */
  leftBytes: number | null;
};

const never = () => () => undefined;

function useLine() {
  const saveData = useSyncExternalStore(never, savesData, () => false);
  const kept = useSyncExternalStore(onKeptQuality, readKeptQuality, () => null);
  return { saveData, kept };
}

function sourceOf(mode: QualityMode, playback: Playback | null) {
  if (!playback || mode === "slides") return { source: null, bitsPerSecond: null };
  if (mode === "auto" && playback.adaptive) {
    return { source: { src: playback.adaptive, type: "application/vnd.apple.mpegurl" }, bitsPerSecond: null };
  }
  const line = { megabitsPerSecond: megabitsPerSecond(), screenHeight: window.screen.height };
  const name = mode === "auto" ? formForLine(playback.qualities, line)?.name : mode;
  const form = playback.qualities.find((quality) => quality.name === name);
  if (!form) return { source: null, bitsPerSecond: null };
  return { source: { src: form.src, type: form.contentType }, bitsPerSecond: form.bitsPerSecond };
}

type Given = {
  view: Pick<LectureView, "qualities" | "hasSlides">;
  playback: Playback | null;
  budget: DataBudget | null;
  spentBytes?: number;
};

/** Her budget as it is now. */
function useBudget({ budget, spentBytes = 0 }: Given): DataBudget | null {
  // Once it is loaded again, the page's own figure holds what was spent here too: that would count twice.
  const [first] = useState(budget);
  return first && { ...first, usedBytes: first.usedBytes + spentBytes };
}

/**
 * In which form a lecture is played: as chosen on this device, smaller where the line falters or the month's budget
 * asks for it. Belongs to one lecture: give the component that calls it the lesson as its key. `budget` is as it was
 * when the page was loaded, `spentBytes` what was fetched since.
 */
export function useQuality(given: Given): QualityState {
  const { view, playback, spentBytes = 0 } = given;
  const { qualities, hasSlides } = view;
  const { saveData, kept } = useLine();
  const [fellTo, setFellTo] = useState<QualityMode | null>(null);
  const [beyondLimit, setBeyondLimit] = useState(false);
  const budget = useBudget(given);
  const asked = { qualities, wanted: kept, fellTo, saveData, budget, spentBytes, beyondLimit };
  const { mode, because } = planQuality(asked);
  const wanted = kept ?? "auto";
  const { source, bitsPerSecond } = useMemo(() => sourceOf(mode, playback), [mode, playback]);
  const playing = mode === "auto" && playback && !playback.adaptive ? playedForm(playback, source?.src) : mode;
  return {
    mode,
    wanted,
    options: modesOf(qualities).map((option) => ({ mode: option, bytes: costOf(option, qualities) })),
    source,
    bitsPerSecond,
    notice: because && { because, wanted, mode, bytes: costOf(wanted, qualities) },
    hasSlides,
    leftBytes: budget && leftOf(budget),
    choose: useCallback((chosen) => {
      setFellTo(null);
      keepQuality(chosen);
    }, []),
    noteStall: useCallback(() => setFellTo(nextSmaller(playing, qualities)), [playing, qualities]),
    goBackUp: useCallback(() => setFellTo(null), []),
    goBeyondLimit: useCallback(() => setBeyondLimit(true), []),
  };
}

function playedForm(playback: Playback, src: string | undefined): QualityMode {
  return playback.qualities.find((quality) => quality.src === src)?.name ?? "auto";
}
