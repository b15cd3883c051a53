import { arabic, colour, latin } from "../drawing.ts";

// A leaf of a register as lines of a quick hand, without letters: what an entry is made of is told by colour.

const LEAF = { x: 70, y: 40, width: 460, height: 640 };

/** Even for every run: strokes that look like writing must not change between frames. */
function strokes(x: number, y: number, width: number, seed: number): string {
  const parts: string[] = [];
  let at = x + width;
  let turn = seed;
  while (at > x + 14) {
    turn = (turn * 1_103_515_245 + 12_345) % 2_147_483_648;
    const length = Math.min(at - x, 16 + (turn % 46));
    const lift = (turn >> 4) % 7;
    parts.push(
      `M${at.toFixed(0)} ${y - 2} q${(-length * 0.5).toFixed(1)} ${(6 - lift).toFixed(1)} ${-length} ${(lift - 3).toFixed(1)}`,
    );
    if (turn % 3 === 0) parts.push(`M${(at - length * 0.4).toFixed(1)} ${y - 12} v-9`);
    if (turn % 5 === 0) parts.push(`M${(at - length * 0.7).toFixed(1)} ${y + 7} h-4`);
    at -= length + 9;
  }
  return parts.join(" ");
}

const ink = (d: string, stroke: string = colour.ink, width = 3) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;

/** Some lines of writing. */
function lines(box: { x: number; y: number; width: number; count: number; seed: number; stroke?: string }): string {
  const rows = Array.from({ length: box.count }, (_, row) => {
    const last = row === box.count - 1;
    const width = last ? box.width * 0.62 : box.width;
    return strokes(box.x + box.width - width, box.y + row * 26, width, box.seed + row * 97);
  });
  return ink(rows.join(" "), box.stroke);
}

/** A word drawn out long, with which an entry begins. */
const longWord = (right: number, y: number) =>
  ink(`M${right} ${y} q-10 8 -22 0 h-140 q-14 2 -18 -12 M${right - 60} ${y - 12} v-9`, colour.ink, 5);

const names = (x: number, y: number, width: number, seed: number) =>
  ink(
    [0, 1, 2].map((i) => strokes(x + (2 - i) * (width / 3) + 8, y, width / 3 - 22, seed + i * 31)).join(" "),
    colour.ink2,
    2.5,
  );

type Entry = { y: number; count: number; seed: number };

const entries: Entry[] = [
  { y: 92, count: 4, seed: 11 },
  { y: 268, count: 6, seed: 29 },
  { y: 498, count: 4, seed: 53 },
];

export function leaf(): string {
  const { x, y, width, height } = LEAF;
  return `<rect x="${x + 10}" y="${y + 10}" width="${width}" height="${height}" fill="#e8dfcb"/><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fdf6e3" stroke="${colour.line}" stroke-width="2"/>`;
}

/** A whole leaf, with three entries. */
export function fullLeaf(): string {
  const written = entries.map(({ y, count, seed }) => {
    const under = y + 26 + count * 26;
    return (
      longWord(500, y) +
      ink(strokes(100, y, 216, seed + 7)) +
      lines({ x: 100, y: y + 26, width: 400, count, seed }) +
      names(100, under + 6, 400, seed)
    );
  });
  return leaf() + written.join("");
}

/** Frames round each entry of the leaf. */
export function frames(only?: number): string {
  return entries
    .map(({ y, count }, i) => {
      if (only !== undefined && only !== i) return "";
      return `<rect x="86" y="${y - 34}" width="428" height="${count * 26 + 82}" rx="8" fill="none" stroke="${colour.gold}" stroke-width="4"/>`;
    })
    .join("");
}

/** Where an entry begins, and where it ends. */
export function ends(): string {
  return entries
    .map(({ y, count }) => {
      const under = y + 26 + count * 26;
      return `<rect x="316" y="${y - 24}" width="192" height="36" rx="6" fill="${colour.gold}" opacity="0.35"/><rect x="94" y="${under - 18}" width="412" height="40" rx="6" fill="${colour.tile}" opacity="0.18"/>`;
    })
    .join("");
}

/** The six parts of an entry, as zones of one large sheet: the place of each, and its words in both languages. */
const zones = [
  { y: 84, rows: 2, ar: "حضر", en: "appeared", fill: "#f3ddb0" },
  { y: 176, rows: 3, ar: "الموضوع", en: "matter", fill: "#d8e9ea" },
  { y: 294, rows: 2, ar: "الدليل", en: "proof", fill: "#efd6cb" },
  { y: 386, rows: 2, ar: "الحكم", en: "ruling", fill: "#e2e4cf" },
  { y: 478, rows: 1, ar: "التاريخ", en: "date", fill: "#e5dcef" },
  { y: 544, rows: 2, ar: "شهود الحال", en: "witnesses", fill: "#e4e0d6" },
] as const;

export const ZONES = zones.length;

/** One entry filling a sheet; the zones of `lit` stand out. */
export function entry(lit: readonly number[]): string {
  const sheet = `<rect x="80" y="44" width="560" height="632" fill="#e8dfcb"/><rect x="70" y="34" width="560" height="632" fill="#fdf6e3" stroke="${colour.line}" stroke-width="2"/>`;
  const parts = zones.map(({ y, rows, fill }, i) => {
    const isLit = lit.includes(i);
    const back = isLit
      ? `<rect x="86" y="${y - 26}" width="528" height="${rows * 26 + 26}" rx="8" fill="${fill}"/>`
      : "";
    const stroke = isLit ? colour.ink : "#b9ad95";
    const writing =
      i === zones.length - 1
        ? names(104, y + 2, 492, 71) + names(104, y + 34, 492, 83)
        : lines({
            x: 104,
            y: y + (i === 0 ? 26 : 4),
            width: 492,
            count: i === 0 ? 1 : rows,
            seed: 17 + i * 13,
            stroke,
          });
    const head = i === 0 ? longWord(596, y) + ink(strokes(104, y, 290, 5), stroke) : "";
    return back + head + writing;
  });
  return sheet + parts.join("");
}

/** The name of a zone, beside it. */
export function zoneName(index: number): string {
  const zone = zones[index];
  if (!zone) return "";
  const y = zone.y + zone.rows * 13 - 12;
  return `<path d="M640 ${y} H684" stroke="${colour.ink2}" stroke-width="3"/>${arabic(704, y + 10, zone.ar, { size: 42, bold: true, anchor: "start" })}${latin(900, y + 8, zone.en, { size: 30, anchor: "start", fill: colour.tile })}`;
}
