type Palette = Record<string, string>;

/** The colours that a drawing may use, as `app/styles/tokens.css` has them by theme. */
export const palettes: { light: Palette; dark: Palette } = {
  light: {
    ...{ paper: "#fbf8f1", surface: "#ffffff", "surface-2": "#f4eee2", line: "#e3d9c6", "line-strong": "#8d8472" },
    ...{ ink: "#22201b", "ink-2": "#5b5548", tile: "#0f5d6c", "tile-strong": "#0a4652", "tile-tint": "#e2f0f1" },
    ...{ gold: "#d9a441", "gold-ink": "#86600f", "gold-tint": "#fbf1da", danger: "#a4262c", ok: "#2f6b3a" },
  },
  dark: {
    ...{ paper: "#171612", surface: "#1f1d18", "surface-2": "#29261f", line: "#3a362c", "line-strong": "#857c69" },
    ...{ ink: "#f1ebdd", "ink-2": "#b9b09c", tile: "#6fc3cf", "tile-strong": "#93d6df", "tile-tint": "#12343a" },
    ...{ gold: "#e3b65b", "gold-ink": "#e3b65b", "gold-tint": "#33290f", danger: "#f08a8e", ok: "#8fcf9b" },
  },
};

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 to 21, by WCAG 2.2; colours as `#rrggbb`. */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
