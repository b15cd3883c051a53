import { useLayoutEffect } from "react";

export type LectureActs = {
  toggle: () => void;
  skip: (seconds: number) => void;
  toGap: () => void;
  faster: (steps: 1 | -1) => void;
  mute: () => void;
  captions: () => void;
  fullScreen: () => void;
  pip: () => void;
};

/** How far an arrow goes, in seconds. */
const STEP = 5;

/** The letter of a key, also where the keyboard writes another script: then the one that stands there in Latin. */
function letterOf({ key, code }: KeyboardEvent): string {
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  return code.startsWith("Key") ? code.slice(3).toLowerCase() : key;
}

/** Whether the key belongs to what has the focus, be it within the shadow of the player. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return true;
  const [inner] = event.composedPath();
  if (!(inner instanceof Element)) return false;
  if (inner.closest("input, select, textarea, [contenteditable], dialog, [role=menu], [role=slider]")) return true;
  return event.key === " " && inner.closest("button, summary, a, [role=button]") !== null;
}

const acts: Record<string, (does: LectureActs) => void> = {
  " ": (does) => does.toggle(),
  arrowleft: (does) => does.skip(-STEP),
  arrowright: (does) => does.skip(STEP),
  g: (does) => does.toGap(),
  ">": (does) => does.faster(1),
  "<": (does) => does.faster(-1),
  m: (does) => does.mute(),
  c: (does) => does.captions(),
  f: (does) => does.fullScreen(),
  i: (does) => does.pip(),
};

/** Single keys for the video, wherever the focus is on its page. Arrows go along the time, which runs left to right. */
export function useLectureKeys({ enabled, ...does }: LectureActs & { enabled: boolean }): void {
  // With the page itself: a key that comes right after it must not do what the page before it would have done.
  useLayoutEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      const act = acts[event.key.startsWith("Arrow") ? event.key.toLowerCase() : letterOf(event)];
      if (!act || isTaken(event)) return;
      event.preventDefault();
      act(does);
    };
    // Before the page's own keys, for which arrows lead to other lessons.
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  });
}
