import {
  arabic,
  colour,
  type Drawing,
  latin,
  layer,
  type Moment,
  type Point,
  pathOf,
  sheet,
  titleSheet,
} from "../drawing.ts";
import * as map from "./map.ts";
import * as place from "./places.ts";

const RAIL = { x: 980, top: 84, step: 88 };

/** The seven walls by name of their drawing, each with when it was built. */
const periods = [
  { ar: "القرن ١٨ ق.م", en: "18th c. BCE" },
  { ar: "القرن ٨ ق.م", en: "8th c. BCE" },
  { ar: "القرن ٢ ق.م", en: "2nd c. BCE" },
  { ar: "القرن ١ م", en: "1st c. CE" },
  { ar: "القرن ٥", en: "5th c." },
  { ar: "القرن ١١", en: "11th c." },
  { ar: "١٥٣٧–١٥٤١", en: "1537–1541" },
];

/** Where we are among the seven: the one drawn now is filled, those before are outlined. */
function rail(now: number): string {
  const end = RAIL.top + RAIL.step * (periods.length - 1);
  const rows = periods.map(({ ar, en }, index) => {
    const y = RAIL.top + RAIL.step * index;
    const isNow = index === now;
    const fill = isNow ? colour.gold : index < now ? colour.tile : colour.paper;
    const ink = index > now ? "#b4ab99" : colour.ink;
    const dot = `<circle cx="${RAIL.x}" cy="${y}" r="${isNow ? 15 : 9}" fill="${fill}" stroke="${index > now ? colour.line : colour.tile}" stroke-width="3"/>`;
    return `${dot}${arabic(RAIL.x + 36, y - 1, ar, { size: isNow ? 36 : 31, fill: ink, anchor: "start", bold: isNow })}${latin(RAIL.x + 36, y + 33, en, { size: 25, fill: ink, anchor: "start" })}`;
  });
  const path = `<path d="M${RAIL.x} ${RAIL.top} V${end}" stroke="${colour.line}" stroke-width="4"/>`;
  return path + rows.join("");
}

const scene = (now: number, ...parts: string[]) => sheet(map.ground(), ...parts, rail(now));

const town = (points: readonly Point[]) => `<path d="${pathOf(points, true)}" fill="${colour.tileTint}"/>`;

const name = (where: Point, [dx, dy]: Point, words: { ar: string; en: string }) =>
  arabic(where[0] + dx, where[1] + dy, words.ar, { size: 32, fill: colour.tileStrong, bold: true }) +
  latin(where[0] + dx, where[1] + dy + 27, words.en, { size: 25, fill: colour.tileStrong });

const spring = () => name(place.spring, [74, -4], { ar: "جيحون", en: "Gihon" });

const ground: Drawing = (moment) =>
  sheet(
    map.ground(),
    layer(moment, 1, map.ring(moment, 1, place.spring) + spring()),
    layer(moment, 2, arrows()),
    rail(-1),
  );

/** From the north. */
function arrows(): string {
  return [-560, -300, -40]
    .map((east) => {
      const [x, y] = place.at([east, 760]);
      return `<path d="M${x} ${y - 40} V${y + 22} m-12 -16 l12 18 l12 -18" fill="none" stroke="${colour.red}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`;
    })
    .join("");
}

const bronze: Drawing = (moment) =>
  scene(
    0,
    layer(moment, 2, town([...place.bronze.east, ...place.bronze.west])),
    map.wall(moment, 0, place.bronze.east),
    map.wall(moment, 2, place.bronze.west, { sure: false }),
    map.ring(moment, 1, place.at([122, -500])),
    spring(),
  );

const iron: Drawing = (moment) =>
  scene(
    1,
    map.trace([...place.bronze.east, ...place.bronze.west]),
    layer(moment, 1, town([...place.iron.broad, ...place.iron.north, ...place.iron.south])),
    map.court(false),
    map.wall(moment, 0, place.iron.south, { sure: false }),
    map.wall(moment, 0, place.iron.north, { sure: false }),
    map.wall(moment, 1, place.iron.broad),
    map.ring(moment, 1, place.at([-420, -20]), 34),
  );

const hasmonean: Drawing = (moment) =>
  scene(
    2,
    map.trace(place.iron.broad),
    town(place.first),
    map.court(false),
    map.wall(moment, 0, place.first),
    map.ring(moment, 1, place.citadel, 26),
    layer(moment, 1, name(place.citadel, [-78, -8], { ar: "القلعة", en: "Citadel" })),
  );

/** What is left of a wall that is thrown down at the caption `from`. */
const fallen = (moment: Moment, from: number, svg: string) =>
  layer(moment, 0, svg, from) + layer(moment, from, `<g opacity="0.28">${svg}</g>`);

const herodian: Drawing = (moment) =>
  scene(
    3,
    town(place.first),
    map.court(true),
    fallen(
      moment,
      3,
      map.wall({ step: 9, age: 9 }, 0, place.first) +
        map.wall(moment, 0, place.second, { sure: false }) +
        map.wall(moment, 1, place.thirdFar, { sure: false }) +
        map.wall(moment, 2, place.thirdNear, { sure: false }),
    ),
    layer(moment, 3, towers()),
  );

function towers(): string {
  const [x, y] = place.citadel;
  return [-8, 6, 20]
    .map(
      (dx) => `<rect x="${x + dx}" y="${y - 12 - Math.abs(dx - 6) / 2}" width="11" height="22" fill="${colour.tile}"/>`,
    )
    .join("");
}

const byzantine: Drawing = (moment) =>
  scene(
    4,
    town(
      moment.step > 0
        ? [...place.byzantine.north, ...place.byzantine.south]
        : [...place.present.north, ...place.present.south],
    ),
    map.court(true),
    map.wall(moment, 0, place.byzantine.north),
    layer(moment, 0, map.wall(moment, 0, place.present.south, { sure: false }), 1),
    map.wall(moment, 1, place.byzantine.south),
    layer(moment, 1, `<circle cx="${place.pool[0]}" cy="${place.pool[1]}" r="8" fill="${colour.tile}"/>`),
    layer(moment, 1, name(place.pool, [110, 24], { ar: "بركة سلوان", en: "Pool of Siloam" })),
    layer(moment, 2, street()),
  );

function street(): string {
  return place.streets
    .map(
      (points) =>
        `<path d="${pathOf(points)}" fill="none" stroke="${colour.goldInk}" stroke-width="5" stroke-dasharray="2 9" stroke-linecap="round"/>`,
    )
    .join("");
}

const fatimid: Drawing = (moment) => {
  const around = [...place.present.north, ...place.present.south];
  return scene(
    5,
    map.trace(place.byzantine.south),
    town(around),
    map.court(true),
    fallen(moment, 3, map.wall(moment, 0, around)),
    layer(
      moment,
      3,
      `<path d="${pathOf(around)}" fill="none" stroke="${colour.tile}" stroke-width="7" stroke-dasharray="22 40"/>`,
    ),
    layer(moment, 1, name(place.zion, [0, 6], { ar: "جبل صهيون", en: "Mount Zion" })),
    layer(moment, 1, name(place.pool, [110, 24], { ar: "بركة سلوان", en: "Pool of Siloam" })),
  );
};

const ottoman: Drawing = (moment) => {
  const around = [...place.present.north, ...place.present.south];
  const doors = place.gates.map(
    ([x, y]) =>
      `<rect x="${x - 7}" y="${y - 7}" width="14" height="14" fill="${colour.gold}" stroke="${colour.goldInk}" stroke-width="2"/>`,
  );
  return scene(
    6,
    layer(moment, 1, town(around)),
    map.court(true),
    layer(
      moment,
      0,
      `<path d="${pathOf(around)}" fill="none" stroke="#c9bfa9" stroke-width="6" stroke-dasharray="20 34"/>`,
      1,
    ),
    map.wall(moment, 1, around),
    layer(moment, 2, doors.join("")),
  );
};

const together: Drawing = (moment) => {
  const lines: { points: readonly Point[]; stroke: string; dash?: string }[] = [
    { points: [...place.bronze.east, ...place.bronze.west], stroke: colour.red },
    { points: [...place.iron.broad, ...place.iron.north], stroke: colour.goldInk },
    { points: place.first, stroke: colour.gold },
    { points: place.thirdFar, stroke: colour.lineStrong, dash: "10 8" },
    { points: place.byzantine.south, stroke: colour.ink2 },
    { points: [...place.present.north, ...place.present.south], stroke: colour.tile },
  ];
  const drawn = lines.map(
    ({ points, stroke, dash }) =>
      `<path d="${pathOf(points)}" fill="none" stroke="${stroke}" stroke-width="5" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`,
  );
  const glow = `<path d="${pathOf(place.haram, true)}" fill="${colour.gold}" opacity="0.55"/>`;
  return sheet(map.ground(), map.court(true), layer(moment, 1, glow), ...drawn, rail(periods.length));
};

const emblem = [84, 66, 48, 30]
  .map(
    (size, i) =>
      `<path d="M${-size} ${size * 0.2} L${-size * 0.5} ${-size * 0.9} L${size * 0.6} ${-size} L${size} ${-size * 0.1} L${size * 0.7} ${size * 0.9} L${-size * 0.6} ${size} Z" fill="none" stroke="${[colour.tile, colour.gold, colour.lineStrong, colour.red][i]}" stroke-width="6" stroke-linejoin="round"/>`,
  )
  .join("");

export const drawings: Record<string, Drawing> = {
  title: () =>
    titleSheet({ ar: ["أسوار المدينة", "في سبعة خطوط"], en: ["The city’s walls,", "drawn seven times"] }, emblem),
  ...{ ground, bronze, iron, hasmonean, herodian, byzantine, fatimid, ottoman, together },
};
