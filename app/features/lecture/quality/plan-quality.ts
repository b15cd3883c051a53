import type { LectureView, Quality, QualityName } from "../playback.ts";

/** How a lecture is taken in: a form that fits the line by itself, one that is named, or its text and slides alone. */
export type QualityMode = "auto" | QualityName | "slides";

export type DataBudget = NonNullable<LectureView["dataBudget"]>;

/**
 * What is in force, and why where it is not what was wanted: the line faltered (`stall`), the browser asks to save data
 * (`saveData`), the rest of the month's budget is too small for it (`budget`), or for any form but the text (`spent`).
 */
export type QualityPlan = { mode: QualityMode; because: "stall" | "saveData" | "budget" | "spent" | null };

type Choice = {
  qualities: readonly Quality[];
  /** What she chose on this device; null where she never did. */
  wanted: QualityMode | null;
  /** The form under which playing faltered; nothing larger than what comes after it is taken. */
  fellTo: QualityMode | null;
  saveData: boolean;
  budget: DataBudget | null;
  /** What this lecture took since it was opened, in bytes; the budget holds it already. */
  spentBytes: number;
  /** She said that this lecture may go beyond the limit. */
  beyondLimit: boolean;
};

const bySize = (a: Quality, b: Quality) => b.bytes - a.bytes;

/** The forms with a picture, largest first. */
export function videoForms(qualities: readonly Quality[]): Quality[] {
  return qualities.filter(({ name }) => name !== "audio").toSorted(bySize);
}

/** All forms that there are of a lecture, from the one that takes most to the one that takes nothing. */
export function modesOf(qualities: readonly Quality[]): QualityMode[] {
  const audio = qualities.some(({ name }) => name === "audio");
  return ["auto", ...videoForms(qualities).map(({ name }) => name), ...(audio ? (["audio"] as const) : []), "slides"];
}

/** The bytes that the whole lecture takes in a form, at most. */
export function costOf(mode: QualityMode, qualities: readonly Quality[]): number {
  if (mode === "slides") return 0;
  if (mode === "auto") return videoForms(qualities)[0]?.bytes ?? 0;
  return qualities.find(({ name }) => name === mode)?.bytes ?? 0;
}

/** What is tried when `mode` falters: the next smaller form, then sound alone, then no recording at all. */
export function nextSmaller(mode: QualityMode, qualities: readonly Quality[]): QualityMode {
  const modes = modesOf(qualities);
  // What adapts by itself was at its smallest picture already.
  if (mode === "auto") return modes.includes("audio") ? "audio" : "slides";
  return modes[modes.indexOf(mode) + 1] ?? "slides";
}

/** What may still be spent this month, in bytes. */
export function leftOf({ limitBytes, usedBytes }: DataBudget): number {
  return Math.max(0, limitBytes - usedBytes);
}

function wish({ qualities, wanted, fellTo, saveData }: Choice): QualityPlan {
  const modes = modesOf(qualities);
  if (fellTo) return { mode: fellTo, because: "stall" };
  if (wanted && modes.includes(wanted)) return { mode: wanted, because: null };
  const smallest = videoForms(qualities).at(-1);
  return saveData && smallest ? { mode: smallest.name, because: "saveData" } : { mode: "auto", because: null };
}

/** Decides in which form a lecture is played. Her own limit is kept unless she said otherwise for this lecture. */
export function planQuality(choice: Choice): QualityPlan {
  const { qualities, budget, beyondLimit, spentBytes } = choice;
  const wished = wish(choice);
  if (!budget || beyondLimit || wished.mode === "slides") return wished;
  const left = leftOf(budget);
  const fits = (mode: QualityMode) => mode === "slides" || (left > 0 && costOf(mode, qualities) - spentBytes <= left);
  if (fits(wished.mode)) return wished;
  const modes = modesOf(qualities);
  const smaller = modes.slice(modes.indexOf(wished.mode) + 1).find(fits);
  if (!smaller || smaller === "slides") return { mode: "slides", because: "spent" };
  return { mode: smaller, because: "budget" };
}

/** The form with a picture for a line of so many megabits a second, where nothing adapts by itself. */
export function formForLine(
  qualities: readonly Quality[],
  { megabitsPerSecond, screenHeight }: { megabitsPerSecond: number | null; screenHeight: number },
): Quality | undefined {
  const forms = videoForms(qualities);
  // Half as much again, so that a line that sways does not falter; more lines than the screen has are wasted.
  const flows = (form: Quality) => form.bitsPerSecond * 1.5 <= (megabitsPerSecond ?? 5) * 1e6;
  const fits = (form: Quality) => form.height === null || form.height <= Math.max(360, screenHeight * 1.5);
  return forms.find((form) => flows(form) && fits(form)) ?? forms.at(-1) ?? qualities[0];
}
