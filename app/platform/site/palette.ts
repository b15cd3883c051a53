import { useMode as add, formatHex, interpolate, modeLrgb, modeOklab, modeRgb, wcagContrast } from "culori/fn";

add(modeRgb);
add(modeLrgb);
add(modeOklab);

export const schemes = ["light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

/** The house's own colours, as the palette has them. */
export const houseAccents: Record<Scheme, string> = { light: "#0f5d6c", dark: "#6fc3cf" };

/** What an accent stands on and beside, as the palette has it. */
const grounds: Record<Scheme, { paper: string; surface: string; surface2: string; ink: string }> = {
  light: { paper: "#fbf8f1", surface: "#ffffff", surface2: "#f4eee2", ink: "#22201b" },
  dark: { paper: "#171612", surface: "#1f1d18", surface2: "#29261f", ink: "#f1ebdd" },
};

/** The same by the names that the style sheets have for them. */
export function groundsOf(scheme: Scheme) {
  const { surface2, ...grounded } = grounds[scheme];
  return { ...grounded, "surface-2": surface2 };
}

/** What is asked of text by WCAG 2.2, 1.4.3. */
export const TEXT_CONTRAST = 4.5;

const mix = (from: string, to: string, share: number) => formatHex(interpolate([from, to], "oklab")(share));

/** The letters that can be read best on a colour: white, or nearly black. */
export function onAccent(colour: string): string {
  const dark = "#0b1416";
  return wcagContrast(colour, "#ffffff") >= wcagContrast(colour, dark) ? "#ffffff" : dark;
}

/** The colours that follow from an accent, by the names that the style sheets have for them. */
export function paletteOf(accent: string, scheme: Scheme) {
  const { paper } = grounds[scheme];
  return {
    tile: accent,
    "tile-strong": scheme === "light" ? mix(accent, "#000000", 0.22) : mix(accent, "#ffffff", 0.35),
    "tile-tint": mix(accent, scheme === "light" ? "#ffffff" : paper, scheme === "light" ? 0.88 : 0.78),
    "on-tile": onAccent(accent),
  };
}

/** Where letters in the accent, or on it, stand: which colours meet, and how well they can be told apart. */
export function contrastsOf(accent: string, scheme: Scheme) {
  const { paper, surface, surface2, ink } = grounds[scheme];
  const palette = paletteOf(accent, scheme);
  const { "tile-strong": strong, "tile-tint": tint, "on-tile": on } = palette;
  const meetings = [
    ["page", accent, paper],
    ["card", accent, surface],
    ["footer", accent, surface2],
    ["marked", accent, tint],
    ["marked", strong, tint],
    ["marked", ink, tint],
    ["button", on, accent],
    ["button", on, strong],
  ] as const;
  return meetings.map(([where, letters, ground]) => ({ where, ratio: wcagContrast(letters, ground) }));
}

/** The place where an accent can be read least. */
export function worstContrast(accent: string, scheme: Scheme) {
  return contrastsOf(accent, scheme).reduce((worst, one) => (one.ratio < worst.ratio ? one : worst));
}

export const isReadable = (accent: string, scheme: Scheme) => worstContrast(accent, scheme).ratio >= TEXT_CONTRAST;

/** The colour nearest to a wanted one, towards black or white, that can be read everywhere. */
export function readableNear(wanted: string, scheme: Scheme): string {
  const end = scheme === "light" ? "#000000" : "#ffffff";
  for (let share = 0; share <= 1; share += 0.02) {
    const candidate = mix(wanted, end, share);
    if (isReadable(candidate, scheme)) return candidate;
  }
  return houseAccents[scheme];
}

const rules = (accent: string, scheme: Scheme) =>
  Object.entries(paletteOf(accent, scheme))
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

/** The style sheet of an academy's own accents. Its selectors are those of the palette, said twice so that they win. */
export function themeSheet({ light, dark }: Record<Scheme, string>): string {
  const inDark = rules(dark, "dark");
  return [
    `:root:root{${rules(light, "light")}}`,
    `@media screen and (prefers-color-scheme:dark){:root:root:not([data-theme="light"]){${inDark}}}`,
    `@media screen{:root:root[data-theme="dark"]{${inDark}}}`,
    "",
  ].join("\n");
}
