import type { QualityMode } from "../../quality/plan-quality.ts";

const KEY = "maqdis.quality";
const known: readonly string[] = [
  "auto",
  "original",
  "1080p",
  "720p",
  "540p",
  "360p",
  "audio",
  "slides",
] satisfies QualityMode[];
const isMode = (value: string | null): value is QualityMode => value !== null && known.includes(value);

const listeners = new Set<() => void>();
// Where the browser keeps nothing, a choice holds as long as the page.
let unkept: string | null = null;

/** What was chosen on this device. */
export function readKeptQuality(): QualityMode | null {
  let kept = unkept;
  try {
    kept = window.localStorage.getItem(KEY) ?? unkept;
  } catch {
    // Storage is forbidden here: what was chosen on this page counts.
  }
  return isMode(kept) ? kept : null;
}

export function keepQuality(mode: QualityMode): void {
  unkept = mode;
  try {
    window.localStorage.setItem(KEY, mode);
  } catch {
    // As above.
  }
  for (const tell of listeners) tell();
}

export function onKeptQuality(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener("storage", tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener("storage", tell);
  };
}
