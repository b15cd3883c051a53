import { nodesOfType } from "#app/features/lesson/lesson-node.ts";
import { finding, type ReleaseCheck, readableTexts } from "./checked-draft.ts";
import { contrastOf, palettes } from "./palette.ts";

/** WCAG 2.2, 1.4.3, of text that is large: letters of drawings are of many sizes, and the lesser demand is sure. */
const LEAST = 3;
const ELEMENT = /<(\w+)\b([^>]*)>/g;
const PAINT = /\b(?:fill|stop-color)\s*=\s*["']var\(--([\w-]+)/;

/** The colours of a drawing's letters and of everything else in it that is filled, by their names in the palette. */
function coloursOf(source: string): { letters: Set<string>; grounds: Set<string> } {
  const letters = new Set<string>();
  const grounds = new Set<string>();
  for (const [, element, attributes = ""] of source.matchAll(ELEMENT)) {
    const colour = PAINT.exec(attributes)?.[1];
    if (colour) (element === "text" || element === "tspan" ? letters : grounds).add(colour);
  }
  return { letters, grounds };
}

function isTooPale(letter: string, grounds: ReadonlySet<string>): boolean {
  return Object.values(palettes).some((palette) => {
    const colour = palette[letter];
    if (colour === undefined) return false;
    // Where in the drawing a letter stands is not asked: it may stand on the page, or on anything that is filled.
    return ["paper", "surface", ...grounds].every((ground) => contrastOf(colour, palette[ground] ?? colour) < LEAST);
  });
}

/**
 * Letters of a drawing that nothing in it, and no page beneath it, makes readable, in the light or in the dark. What
 * lies beneath a letter is not computed, so a letter that another ground would carry is not told: nothing that is told
 * here is readable, and not everything that is unreadable is told.
 */
export const drawingContrast: ReleaseCheck = (draft) => {
  const pale = new Map<string, boolean>();
  for (const [path, source] of draft.drawings) {
    const { letters, grounds } = coloursOf(source);
    pale.set(
      path,
      [...letters].some((letter) => isTooPale(letter, grounds)),
    );
  }
  return readableTexts(draft).flatMap(({ lesson, locale, document }) =>
    nodesOfType(document, "figure")
      .map(({ attrs }) => String(attrs?.src))
      .filter((path) => pale.get(path))
      .map((path) => finding("warning", lesson, { code: "paleDrawing", locale, values: { path } })),
  );
};
