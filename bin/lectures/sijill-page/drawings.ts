import { arabic, colour, type Drawing, latin, layer, sheet, titleSheet } from "../drawing.ts";
import * as leaf from "./page.ts";

const page: Drawing = (moment) =>
  sheet(
    leaf.fullLeaf(),
    layer(moment, 1, leaf.frames(), 2),
    layer(moment, 2, leaf.ends()),
    layer(moment, 0, card(900, 250, { ar: "نموذج للتعليم", en: "a model for teaching" })),
    layer(moment, 2, key()),
  );

function card(x: number, y: number, words: { ar: string; en: string }): string {
  return `<rect x="${x - 190}" y="${y - 62}" width="380" height="118" rx="10" fill="${colour.surface}" stroke="${colour.line}" stroke-width="2"/>${arabic(x, y - 6, words.ar, { size: 40, bold: true })}${latin(x, y + 36, words.en, { size: 26, fill: colour.tile })}`;
}

/** What the two colours on the leaf mean. */
function key(): string {
  const row = (y: number, fill: string, words: { ar: string; en: string }) =>
    `<rect x="720" y="${y - 24}" width="52" height="34" rx="5" fill="${fill}"/>${arabic(800, y + 2, words.ar, { size: 38, anchor: "start" })}${latin(920, y + 2, words.en, { size: 32, fill: colour.tile, anchor: "start" })}`;
  return row(420, "#eed3a0", { ar: "بداية", en: "beginning" }) + row(486, "#cfdedb", { ar: "نهاية", en: "end" });
}

const appearance: Drawing = (moment) =>
  sheet(
    leaf.entry([0]),
    leaf.zoneName(0),
    layer(moment, 0, quote("حضر إلى مجلس الشرع الشريف"), 1),
    layer(moment, 1, nameParts(), 2),
    layer(moment, 2, people()),
  );

/** Words of the record itself. */
function quote(words: string, y = 330): string {
  return `<path d="M690 ${y + 34} H1210" stroke="${colour.gold}" stroke-width="4"/>${arabic(950, y, words, { size: 46, bold: true })}`;
}

/** A name laid out in its parts. */
function nameParts(): string {
  const parts = [
    { ar: "فلان", en: "name" },
    { ar: "ابن فلان", en: "son of" },
    { ar: "المقدسيّ", en: "of Jerusalem" },
    { ar: "الحدّاد", en: "the smith" },
  ];
  return parts
    .map(({ ar, en }, i) => {
      const x = 1130 - i * 136;
      return `<rect x="${x - 62}" y="290" width="124" height="104" rx="8" fill="${colour.surface}" stroke="${colour.gold}" stroke-width="3"/>${arabic(x, 340, ar, { size: 32, bold: true })}${latin(x, 380, en, { size: 24, fill: colour.tile })}`;
    })
    .join("");
}

/** Six people before the judge's bench. */
function people(): string {
  const robes = [colour.tile, colour.gold, colour.red, colour.ink2, "#7a8f63", colour.goldInk];
  return robes
    .map((robe, i) => {
      const x = 720 + i * 92;
      return `<circle cx="${x}" cy="330" r="22" fill="#ecd9b8" stroke="${colour.ink2}" stroke-width="2"/><path d="M${x - 22} 326 Q${x} 288 ${x + 22} 326 Z" fill="${robe}"/><path d="M${x - 34} 460 Q${x - 30} 362 ${x} 358 Q${x + 30} 362 ${x + 34} 460 Z" fill="${robe}"/>`;
    })
    .join("");
}

const matter: Drawing = (moment) =>
  sheet(
    leaf.entry([1]),
    leaf.zoneName(1),
    layer(moment, 0, kinds(), 1),
    layer(moment, 1, house(false), 2),
    layer(moment, 2, house(true)),
  );

function kinds(): string {
  return [
    { ar: "دعوى", en: "claim" },
    { ar: "بيع", en: "sale" },
    { ar: "إقرار", en: "acknowledgement" },
  ]
    .map(({ ar, en }, i) => pair(950, 350 + i * 116, ar, en))
    .join("");
}

const pair = (x: number, y: number, ar: string, en: string) =>
  arabic(x, y, ar, { size: 44, bold: true }) + latin(x, y + 42, en, { size: 29, fill: colour.tile });

/** A house with its four bounds, south below; then the quarter that many such entries draw. */
function house(quarter: boolean): string {
  const sides = [
    { x: 950, y: 640, ar: "القبلة", en: "qibla, south" },
    { x: 1190, y: 452, ar: "شرقًا", en: "east" },
    { x: 950, y: 264, ar: "شمالًا", en: "north" },
    { x: 710, y: 452, ar: "غربًا", en: "west" },
  ];
  const neighbours = [
    [760, 300, 110, 110],
    [890, 300, 120, 90],
    [1030, 300, 110, 120],
    [760, 430, 100, 130],
    [1040, 440, 100, 120],
    [880, 540, 140, 60],
  ]
    .map(
      ([x, y, width, height]) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour.surface2}" stroke="${colour.lineStrong}" stroke-width="3"/>`,
    )
    .join("");
  const own = `<rect x="880" y="410" width="140" height="110" fill="${colour.gold}" stroke="${colour.goldInk}" stroke-width="4"/><rect x="920" y="440" width="56" height="46" fill="${colour.paper}" stroke="${colour.goldInk}" stroke-width="3"/>`;
  const names = sides.map(({ x, y, ar, en }) => pair(x, y, ar, en)).join("");
  return quarter ? neighbours + own : own + names;
}

const proof: Drawing = (moment) =>
  sheet(
    leaf.entry(moment.step === 0 ? [2] : [2, 3]),
    leaf.zoneName(2),
    layer(moment, 1, leaf.zoneName(3)),
    layer(
      moment,
      0,
      pair(1090, 250, "إقرار", "confession") + pair(1090, 350, "شهود", "witnesses") + pair(1090, 450, "يمين", "oath"),
      1,
    ),
    layer(moment, 2, verbs()),
  );

function verbs(): string {
  return `${pair(985, 550, "ثبت", "established")}<path d="M1072 540 h40 M1072 556 h40 M1102 526 l-20 44" stroke="${colour.red}" stroke-width="5" stroke-linecap="round"/>${pair(1176, 550, "حكم", "ruled")}`;
}

const date: Drawing = (moment) =>
  sheet(
    leaf.entry(moment.step < 2 ? [4] : [4, 5]),
    leaf.zoneName(4),
    layer(moment, 1, sunset(), 2),
    layer(moment, 2, leaf.zoneName(5)),
    layer(moment, 2, `<g transform="translate(0 -150)">${people()}</g>`),
  );

/** A day from sunset to sunset. */
function sunset(): string {
  const sun = (x: number) => `<path d="M${x - 40} 300 a40 40 0 0 1 80 0 Z" fill="${colour.gold}"/>`;
  return `${sun(760)}${sun(1160)}<path d="M690 300 H1230" stroke="${colour.ink2}" stroke-width="4"/><path d="M760 340 v30 H1160 v-30" fill="none" stroke="${colour.tile}" stroke-width="5"/><circle cx="960" cy="238" r="26" fill="${colour.tileTint}" stroke="${colour.tile}" stroke-width="3"/><path d="M966 216 a24 24 0 1 0 0 44 a18 18 0 1 1 0 -44" fill="${colour.tile}"/>`;
}

const silence: Drawing = (moment) => {
  const voices = [0, 1, 2].map((i) => {
    const y = 190 + i * 120;
    return `<path d="M740 ${y} h230 a20 20 0 0 1 20 20 v40 a20 20 0 0 1 -20 20 h-180 l-40 26 v-26 h-10 a20 20 0 0 1 -20 -20 v-40 a20 20 0 0 1 20 -20 Z" fill="none" stroke="${colour.lineStrong}" stroke-width="4" stroke-dasharray="9 9"/>`;
  });
  return sheet(
    leaf.entry([0, 1, 2, 3, 4, 5]),
    layer(moment, 1, voices[0] ?? ""),
    layer(moment, 2, (voices[1] ?? "") + (voices[2] ?? "")),
    layer(moment, 3, deed()),
  );
};

/** The party's own copy, with the judge's seal. */
function deed(): string {
  return `<g transform="rotate(4 1130 460)"><rect x="1050" y="330" width="160" height="260" fill="#fdf6e3" stroke="${colour.goldInk}" stroke-width="4"/><path d="M1074 400 h112 M1074 430 h112 M1074 460 h112 M1074 490 h70" stroke="${colour.ink2}" stroke-width="4"/><circle cx="1130" cy="362" r="18" fill="${colour.red}"/></g>${pair(1130, 646, "الحجّة", "the deed")}`;
}

const questions: Drawing = (moment) => {
  const shown = moment.step === 0 ? 3 : leaf.ZONES;
  const lit = Array.from({ length: shown }, (_, i) => i);
  const asked = [
    { ar: "من؟", en: "who?" },
    { ar: "ماذا؟", en: "what?" },
    { ar: "بأيّ دليل؟", en: "on what proof?" },
    { ar: "بأيّ حكم؟", en: "what ruling?" },
    { ar: "متى؟", en: "when?" },
    { ar: "من شهد؟", en: "who witnessed?" },
  ];
  const rows = asked.map(({ ar, en }, i) => {
    const y = 106 + i * 98;
    const mark = `<circle cx="700" cy="${y - 10}" r="17" fill="${colour.tile}"/>${latin(700, y - 2, String(i + 1), { size: 24, fill: colour.paper })}`;
    const row =
      mark + arabic(830, y, ar, { size: 42, bold: true }) + latin(1080, y, en, { size: 34, fill: colour.tile });
    return layer(moment, i < 3 ? 0 : 1, row);
  });
  return sheet(leaf.entry(lit), ...rows);
};

const emblem = `<rect x="-62" y="-84" width="124" height="168" fill="#fdf6e3" stroke="${colour.goldInk}" stroke-width="4"/><path d="M42 -54 h-60 M42 -26 h-84 M42 -2 h-84 M42 22 h-84 M42 46 h-50" stroke="${colour.ink2}" stroke-width="5" stroke-linecap="round"/><circle cx="-34" cy="58" r="13" fill="${colour.red}"/>`;

export const drawings: Record<string, Drawing> = {
  title: () => titleSheet({ ar: ["قراءة صفحة", "من السجلّ"], en: ["Reading a page", "of the court register"] }, emblem),
  ...{ page, appearance, matter, proof, date, silence, questions },
};
