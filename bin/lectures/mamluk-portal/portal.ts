import { arabic, colour, latin, type Point, pathOf } from "../drawing.ts";

// An elevation of a portal, one part to a function. The ground lies at y = 660, the recess between x = 460 and 820.

const GROUND = 660;
const COURSE = 36;
export const RECESS = { left: 460, right: 820, spring: 264, top: 96 };
const DOOR = { left: 568, right: 712, top: 426 };
const WALL = { left: 250, right: 1030, top: 60 };

const joint = `stroke="${colour.line}" stroke-width="2"`;

function courses(fillOf: (row: number) => string): string {
  const rows: string[] = [];
  for (let row = 0; GROUND - (row + 1) * COURSE >= WALL.top; row += 1) {
    const y = GROUND - (row + 1) * COURSE;
    rows.push(
      `<rect x="${WALL.left}" y="${y}" width="${WALL.right - WALL.left}" height="${COURSE}" fill="${fillOf(row)}" ${joint}/>`,
    );
    for (let x = WALL.left + (row % 2 === 0 ? 92 : 46); x < WALL.right; x += 92) {
      rows.push(`<path d="M${x} ${y} v${COURSE}" ${joint}/>`);
    }
  }
  return rows.join("");
}

/** A wall of level courses, all of one stone or striped. */
export function wall(striped: boolean): string {
  const stripes = ["#f1e4c8", "#cf8d72"];
  return courses((row) => (striped ? (stripes[row % 2] ?? colour.surface2) : "#f4ead5"));
}

export function street(): string {
  return `<path d="M150 ${GROUND} H1130" stroke="${colour.ink2}" stroke-width="4" stroke-linecap="round"/>`;
}

const recessShape = `M${RECESS.left} ${GROUND} V${RECESS.spring} C${RECESS.left} 150 580 118 640 ${RECESS.top} C700 118 ${RECESS.right} 150 ${RECESS.right} ${RECESS.spring} V${GROUND} Z`;

/** The recess, with the shadow of its depth. */
export function recess(): string {
  return `<path d="${recessShape}" fill="#e9dcc0" stroke="${colour.lineStrong}" stroke-width="5"/><path d="M${RECESS.left + 4} ${GROUND} V${RECESS.spring} h22 V${GROUND} Z M${RECESS.right - 4} ${GROUND} V${RECESS.spring} h-22 V${GROUND} Z" fill="#d9c8a4"/>`;
}

/** The stripes go on in the recess. */
export function stripedRecess(): string {
  const rows: string[] = [];
  for (let row = 1; GROUND - (row + 1) * COURSE >= RECESS.spring; row += 2) {
    rows.push(
      `<rect x="${RECESS.left + 26}" y="${GROUND - (row + 1) * COURSE}" width="${RECESS.right - RECESS.left - 52}" height="${COURSE}" fill="#c98568"/>`,
    );
  }
  return rows.join("");
}

export function benches(): string {
  const bench = (x: number) =>
    `<rect x="${x}" y="${GROUND - 74}" width="74" height="74" fill="#efe3ca" stroke="${colour.lineStrong}" stroke-width="3"/><path d="M${x - 5} ${GROUND - 74} h84" stroke="${colour.lineStrong}" stroke-width="7" stroke-linecap="round"/>`;
  return bench(RECESS.left + 22) + bench(RECESS.right - 96);
}

export function door(): string {
  const { left, right, top } = DOOR;
  const middle = (left + right) / 2;
  const studs = [0, 1, 2, 3, 4].map((row) =>
    [left + 22, middle - 18, middle + 18, right - 22]
      .map((x) => `<circle cx="${x}" cy="${top + 34 + row * 44}" r="4.5" fill="${colour.gold}"/>`)
      .join(""),
  );
  return `<rect x="${left}" y="${top}" width="${right - left}" height="${GROUND - top}" fill="${colour.tile}" stroke="${colour.tileStrong}" stroke-width="4"/><path d="M${middle} ${top} V${GROUND}" stroke="${colour.tileStrong}" stroke-width="3"/>${studs.join("")}`;
}

export function lintel(): string {
  return `<rect x="${DOOR.left - 34}" y="${DOOR.top - 32}" width="${DOOR.right - DOOR.left + 68}" height="32" fill="#f7eedb" stroke="${colour.lineStrong}" stroke-width="3"/>`;
}

/** A flat arch of stones whose edges lock; `wave` is how far an edge swings. */
export function joggled(box: { x: number; y: number; width: number; height: number }, stones: number): string {
  const { x, y, width, height } = box;
  const step = width / stones;
  const wave = step * 0.34;
  const edge = (at: number, down: boolean): string => {
    const sign = at < x + width / 2 ? 1 : -1;
    const third = height / 3;
    const swing = wave * sign;
    return down
      ? `c0 ${third * 0.6} ${swing} ${third * 0.4} ${swing} ${third} s${-swing * 2} ${third * 0.4} ${-swing * 2} ${third} s${swing} ${third * 0.4} ${swing} ${third}`
      : `c0 ${-third * 0.6} ${-swing} ${-third * 0.4} ${-swing} ${-third} s${swing * 2} ${-third * 0.4} ${swing * 2} ${-third} s${-swing} ${-third * 0.4} ${-swing} ${-third}`;
  };
  const drawn: string[] = [];
  for (let stone = 0; stone < stones; stone += 1) {
    const from = x + stone * step;
    const to = from + step;
    const start = stone === 0 ? `l0 ${-height}` : edge(from, false);
    const end = stone === stones - 1 ? `l0 ${height}` : edge(to, true);
    const fill = stone % 2 === 0 ? "#f1e4c8" : "#c47a5c";
    drawn.push(
      `<path d="M${from} ${y + height} ${start} L${to} ${y} ${end} Z" fill="${fill}" stroke="${colour.ink2}" stroke-width="2.5" stroke-linejoin="round"/>`,
    );
  }
  return drawn.join("");
}

export const overDoor = { x: DOOR.left - 34, y: DOOR.top - 82, width: DOOR.right - DOOR.left + 68, height: 50 };

/** The band of writing, across the recess and on to both sides. */
export function inscription(): string {
  const y = 284;
  return `<rect x="${WALL.left + 40}" y="${y}" width="${WALL.right - WALL.left - 80}" height="48" fill="${colour.tileStrong}" stroke="${colour.gold}" stroke-width="3"/>${arabic(640, y + 33, "بسم الله الرحمن الرحيم أمر بإنشاء هذا المكان المبارك", { size: 30, fill: "#f6e6bf", bold: true })}`;
}

/** A round shield with the cup of a cup-bearer. */
export function blazon(x: number, y: number, radius: number): string {
  const cup = "M-9 -12 H9 L4 3 Q2 6 2 9 L7 14 H-7 L-2 9 Q-2 6 -4 3 Z";
  return `<g transform="translate(${x} ${y}) scale(${radius / 26})"><circle r="26" fill="${colour.paper}" stroke="${colour.goldInk}" stroke-width="4"/><path d="M-25 -9 H25 M-25 10 H25" stroke="${colour.line}" stroke-width="2"/><path d="${cup}" transform="scale(1.1)" fill="${colour.red}"/></g>`;
}

const niche = (x: number, y: number, width: number, height: number, fill: string) =>
  `<path d="M${x} ${y + height} V${y + height * 0.5} Q${x} ${y + height * 0.18} ${x + width / 2} ${y} Q${x + width} ${y + height * 0.18} ${x + width} ${y + height * 0.5} V${y + height} Z" fill="${fill}" stroke="${colour.lineStrong}" stroke-width="2.5"/>`;

/** Rows of small niches over a recess, the lowest first; `rows` of them. */
export function niches(rows: number): string {
  const drawn: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const half = 172 - row * 34;
    const count = 8 - row;
    const width = (half * 2) / count;
    const y = 226 - row * 36;
    for (let i = 0; i < count; i += 1) {
      const fill = (i + row) % 2 === 0 ? "#f4e7ca" : "#dcc596";
      drawn.push(niche(640 - half + i * width, y, width, 40, fill));
    }
  }
  return drawn.join("");
}

/** The ribbed half-dome at the head of the recess. */
export function shell(): string {
  const ribs = Array.from({ length: 9 }, (_, i) => {
    const angle = Math.PI * (1 + (i + 0.5) / 9);
    return `M640 156 L${(640 + 62 * Math.cos(angle)).toFixed(1)} ${(156 + 52 * Math.sin(angle)).toFixed(1)}`;
  });
  return `<path d="M576 158 Q580 108 640 100 Q700 108 704 158 Z" fill="#f7eedb" stroke="${colour.lineStrong}" stroke-width="3"/><path d="${ribs.join(" ")}" stroke="${colour.goldInk}" stroke-width="2"/>`;
}

/** The moulding that frames the portal and knots at its crown. */
export function moulding(): string {
  const points: Point[] = [
    [436, GROUND],
    [436, 78],
    [844, 78],
    [844, GROUND],
  ];
  return `<path d="${pathOf(points)}" fill="none" stroke="${colour.goldInk}" stroke-width="5"/><circle cx="640" cy="78" r="16" fill="${colour.paper}" stroke="${colour.goldInk}" stroke-width="5"/>`;
}

/** A part's name in both languages, with a line to it. */
export function label([x, y]: Point, [toX, toY]: Point, words: { ar: string; en: string }): string {
  const side = x < toX ? 1 : -1;
  const lead = `<path d="M${x + side * 104} ${y + 2} L${toX} ${toY}" stroke="${colour.ink2}" stroke-width="2"/><circle cx="${toX}" cy="${toY}" r="5" fill="${colour.ink2}"/>`;
  const plate = `<rect x="${x - 104}" y="${y - 52}" width="208" height="104" rx="10" fill="${colour.surface}" stroke="${colour.line}" stroke-width="2"/>`;
  return (
    lead +
    plate +
    arabic(x, y - 8, words.ar, { size: 36, bold: true }) +
    latin(x, y + 38, words.en, { size: 27, fill: colour.tile })
  );
}
