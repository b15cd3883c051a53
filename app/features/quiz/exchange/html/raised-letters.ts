import type { ElementContent } from "hast";
import { lose, type ReadingNotes } from "../reading-notes.ts";

const tables = {
  sup: new Map([..."0123456789+-=()ni"].map((letter, index) => [letter, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"][index] ?? ""])),
  sub: new Map([..."0123456789+-=()"].map((letter, index) => [letter, [..."₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"][index] ?? ""])),
};

/** Figures above or below the line as the characters that Unicode has for them; other letters come down to the line. */
export function raisedOrLowered(
  which: "sub" | "sup",
  children: ElementContent[],
  notes: ReadingNotes,
): ElementContent[] {
  const [only, ...more] = children;
  if (only?.type === "text" && more.length === 0) {
    const letters = [...only.value.trim()].map((letter) => tables[which].get(letter));
    if (letters.every((letter) => letter !== undefined)) return [{ type: "text", value: letters.join("") }];
  }
  lose(notes, "formatting", { what: which });
  return children;
}
