// What the slides of all lectures are drawn with. A drawing is a function of the moment, so that it can be rendered
// at any frame.

export const WIDTH = 1280;
export const HEIGHT = 720;

/** The light palette of the academy. */
export const colour = {
  paper: "#fbf8f1",
  surface: "#ffffff",
  surface2: "#f4eee2",
  line: "#e3d9c6",
  lineStrong: "#8d8472",
  ink: "#22201b",
  ink2: "#5b5548",
  tile: "#0f5d6c",
  tileStrong: "#0a4652",
  tileTint: "#e2f0f1",
  gold: "#d9a441",
  goldInk: "#86600f",
  goldTint: "#fbf1da",
  red: "#b5563c",
} as const;

/** Which caption of the slide is being said, from 0, and for how many seconds. */
export type Moment = { step: number; age: number };
export type Drawing = (moment: Moment) => string;
export type Point = readonly [x: number, y: number];

const FADE_SECONDS = 0.8;
const DRAW_SECONDS = 3.2;
/** After so long nothing moves until the next caption. */
export const SETTLED_SECONDS = 3.6;

function shareOf({ step, age }: Moment, from: number, seconds: number): number {
  if (step !== from) return step > from ? 1 : 0;
  const share = Math.min(1, age / seconds);
  return share * share * (3 - 2 * share);
}

/** Shows something from the caption `from` on, and until before the caption `until`. */
export function layer(moment: Moment, from: number, svg: string, until = Number.POSITIVE_INFINITY): string {
  const came = from === 0 ? 1 : shareOf(moment, from, FADE_SECONDS);
  const opacity = came * (1 - shareOf(moment, until, FADE_SECONDS));
  if (opacity === 0) return "";
  return opacity === 1 ? svg : `<g opacity="${opacity.toFixed(3)}">${svg}</g>`;
}

/** A line that is drawn while the caption `from` is said. */
export function drawnLine(moment: Moment, from: number, points: readonly Point[], attributes: string): string {
  const share = shareOf(moment, from, DRAW_SECONDS);
  if (share === 0) return "";
  return `<path d="${pathOf(cut(points, share))}" fill="none" ${attributes}/>`;
}

export function pathOf(points: readonly Point[], close = false): string {
  const lines = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`);
  return lines.join(" ") + (close ? " Z" : "");
}

/** The first part of a line, by its length. */
function cut(points: readonly Point[], share: number): Point[] {
  const lengths = points.slice(1).map((point, i) => distance(points[i] ?? point, point));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const kept: Point[] = points.slice(0, 1);
  for (const [i, length] of lengths.entries()) {
    const [from, to] = [points[i], points[i + 1]];
    if (!from || !to) break;
    if (left < length) {
      const part = length === 0 ? 0 : left / length;
      kept.push([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]);
      break;
    }
    kept.push(to);
    left -= length;
  }
  return kept;
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1);
}

type TextOptions = {
  size: number;
  fill?: string;
  anchor?: "start" | "middle" | "end";
  bold?: boolean;
};

/** One line of Latin letters. */
export function latin(x: number, y: number, words: string, options: TextOptions): string {
  return text(x, y, words, options);
}

/** One line of Arabic letters; the marks make the renderer take the whole line from right to left. */
export function arabic(x: number, y: number, words: string, options: TextOptions): string {
  return text(x, y, `\u200f${words}\u200f`, options);
}

function text(x: number, y: number, words: string, { size, fill = colour.ink, anchor = "middle", bold }: TextOptions) {
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${x}" y="${y}" font-family="Amiri" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}">${words}</text>`;
}

/** A slide's ground, with what is drawn on it. */
export function sheet(...parts: string[]): string {
  const frame = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour.paper}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${frame}${parts.join("")}</svg>`;
}

/** The octagonal star and cross of the academy's pattern, filling a rectangle. */
export function girih(x: number, y: number, width: number, height: number, stroke: string): string {
  const size = 96;
  const tiles: string[] = [];
  for (let row = 0; row * size < height; row += 1) {
    for (let column = 0; column * size < width; column += 1) {
      tiles.push(`<use href="#girih" x="${x + column * size}" y="${y + row * size}"/>`);
    }
  }
  const tile =
    '<g id="girih"><path d="M28 0 L0 28 M68 0 L96 28 M96 68 L68 96 M28 96 L0 68 M28 28 H68 V68 H28 Z M48 20 L76 48 L48 76 L20 48 Z M48 0 V20 M96 48 H76 M48 96 V76 M0 48 H20"/></g>';
  return `<clipPath id="field"><rect x="${x}" y="${y}" width="${width}" height="${height}"/></clipPath><defs>${tile}</defs><g clip-path="url(#field)" fill="none" stroke="${stroke}" stroke-width="1.5">${tiles.join("")}</g>`;
}

/** The first slide of a lecture: its title in both languages beside the pattern, and a small emblem. */
export function titleSheet(title: { ar: string[]; en: string[] }, emblem: string): string {
  const lines = [
    ...title.ar.map((line, i) => arabic(950, 250 + i * 76, line, { size: 60, bold: true })),
    ...title.en.map((line, i) =>
      latin(950, 250 + title.ar.length * 76 + 26 + i * 50, line, { size: 38, fill: colour.tile }),
    ),
  ];
  const band = `<rect width="360" height="${HEIGHT}" fill="${colour.surface2}"/>`;
  const plate = `<rect x="70" y="250" width="220" height="220" rx="12" fill="${colour.paper}" stroke="${colour.line}" stroke-width="2"/>`;
  return sheet(
    band,
    girih(0, 0, 360, HEIGHT, "#cfd6cf"),
    plate,
    `<g transform="translate(180 360)">${emblem}</g>`,
    ...lines,
  );
}
