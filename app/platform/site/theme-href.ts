/** Named anew when the same colours come to give another sheet, since browsers keep each for good. */
export const THEME_EDITION = "1";

/** The style sheet of an academy's own colours; they stand in its address, so it never changes. None for the house's own. */
export function themeHref(accents: { light: string; dark: string } | null): string | undefined {
  if (!accents) return undefined;
  return `/resources/theme/${THEME_EDITION}.${accents.light.slice(1)}.${accents.dark.slice(1)}.css`;
}
