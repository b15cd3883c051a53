import { colour, type Drawing, layer, sheet, titleSheet } from "../drawing.ts";
import { plan } from "./muqarnas-plan.ts";
import * as part from "./portal.ts";

const recess: Drawing = (moment) =>
  sheet(
    part.street(),
    part.wall(false),
    layer(moment, 1, part.recess() + part.door()),
    layer(moment, 1, part.label([125, 300], [470, 340], { ar: "الدخلة", en: "recess" })),
    layer(moment, 2, part.benches()),
    layer(moment, 2, part.label([1155, 560], [780, 600], { ar: "المصطبة", en: "bench" })),
  );

const ablaq: Drawing = (moment) =>
  sheet(
    ...[part.street(), part.wall(true), part.recess(), part.stripedRecess(), part.benches(), part.door()],
    part.label([125, 300], [300, 320], { ar: "الأبلق", en: "ablaq" }),
    layer(moment, 1, stones()),
    layer(moment, 2, arrows()),
  );

/** Three stones: pale, red and black. */
function stones(): string {
  return ["#f1e4c8", "#cf8d72", "#3a3a3c"]
    .map(
      (fill, i) =>
        `<rect x="1084" y="${180 + i * 84}" width="132" height="64" rx="6" fill="${fill}" stroke="${colour.lineStrong}" stroke-width="2"/>`,
    )
    .join("");
}

function arrows(): string {
  const head = (x: number, sign: number) =>
    `<path d="M${x} 480 h${sign * 110} m${-sign * 20} -16 l${sign * 20} 16 l${-sign * 20} 16" fill="none" stroke="${colour.tileStrong}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
  return head(300, 1) + head(980, -1);
}

/** The lintel and the arch above it, near at hand. */
const voussoirs: Drawing = (moment) => {
  const stone = `<rect x="280" y="430" width="720" height="96" fill="#f7eedb" stroke="${colour.ink2}" stroke-width="4"/>`;
  const opening = `<path d="M400 526 V690 H880 V526 Z" fill="${colour.tile}"/>`;
  const jambs = `<path d="M280 526 H400 V690 H280 Z M880 526 H1000 V690 H880 Z" fill="#efe3ca" stroke="${colour.ink2}" stroke-width="4"/>`;
  const crack = `<path d="M640 430 l-9 26 l14 20 l-10 24 l7 26" fill="none" stroke="${colour.red}" stroke-width="4" stroke-linejoin="round"/>`;
  const load = [-240, 240]
    .map((dx) => {
      const sign = Math.sign(dx);
      return `<path d="M640 150 Q${640 + dx * 1.1} 168 ${640 + dx * 1.72} 470 m${sign * -16} -18 l${sign * 18} 20 l${sign * 10} -26" fill="none" stroke="${colour.gold}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>`;
    })
    .join("");
  return sheet(
    opening + jambs + stone,
    layer(moment, 0, crack, 1),
    layer(moment, 1, part.joggled({ x: 280, y: 240, width: 720, height: 176 }, 9)),
    layer(moment, 1, load, 2),
    layer(moment, 2, locked(), 3),
    layer(moment, 3, facing()),
    part.label([140, 500], [300, 478], { ar: "العتب", en: "lintel" }),
    layer(moment, 1, part.label([140, 328], [300, 328], { ar: "صنج معشّقة", en: "joggled" })),
  );
};

const locked = () => `<circle cx="520" cy="328" r="70" fill="none" stroke="${colour.gold}" stroke-width="7"/>`;

/** A cut through a thin facing, and through a stone that carries. */
function facing(): string {
  const cut = (x: number, depth: number) =>
    `<rect x="${x}" y="76" width="${depth}" height="104" fill="#c47a5c" stroke="${colour.ink2}" stroke-width="3"/><rect x="${x + depth}" y="76" width="${130 - depth}" height="104" fill="${colour.surface2}" stroke="${colour.ink2}" stroke-width="3" stroke-dasharray="6 6"/>`;
  return cut(450, 118) + cut(700, 20);
}

const portal = (...parts: string[]) =>
  sheet(
    part.street(),
    part.wall(true),
    part.recess(),
    part.stripedRecess(),
    part.benches(),
    part.door(),
    part.lintel(),
    part.joggled(part.overDoor, 7),
    ...parts,
  );

const writing: Drawing = (moment) =>
  portal(
    layer(moment, 0, part.inscription()),
    layer(moment, 0, part.label([125, 308], [292, 308], { ar: "الطراز", en: "tiraz" })),
    layer(moment, 2, year()),
    layer(moment, 3, part.blazon(360, 390, 36) + part.blazon(920, 390, 36)),
    layer(moment, 3, part.label([1155, 390], [958, 390], { ar: "الرنك", en: "blazon" })),
  );

function year(): string {
  return part.label([125, 172], [300, 290], { ar: "٧٢٩ هـ", en: "1328–29" });
}

const muqarnas: Drawing = (moment) =>
  sheet(
    `<svg x="40" y="40" width="640" height="560" viewBox="420 60 440 385" preserveAspectRatio="xMidYMin slice">${part.recess()}${layer(moment, 1, part.niches(4))}${layer(moment, 3, part.shell())}</svg>`,
    layer(moment, 2, `<g transform="translate(950 350)">${plan()}</g>`),
    layer(moment, 1, part.label([125, 655], [250, 290], { ar: "المقرنص", en: "muqarnas" })),
    layer(moment, 2, part.label([1060, 655], [980, 300], { ar: "المسقط", en: "plan" })),
    layer(moment, 3, part.label([560, 655], [372, 150], { ar: "الصدفة", en: "shell" })),
  );

const finished = () =>
  portal(
    part.moulding(),
    part.niches(4),
    part.shell(),
    part.inscription(),
    part.blazon(360, 390, 36),
    part.blazon(920, 390, 36),
  );

const whole: Drawing = (moment) => finished().replace("</svg>", `${layer(moment, 2, upwards())}</svg>`);

/** From the ground to the shell. */
function upwards(): string {
  return `<path d="M1080 640 V110 m-18 24 l18 -24 l18 24" fill="none" stroke="${colour.tile}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`;
}

const emblem = `<g transform="scale(0.34) translate(-640 -390)">${part.recess()}${part.stripedRecess()}${part.door()}${part.niches(4)}${part.shell()}</g>`;

export const drawings: Record<string, Drawing> = {
  title: () =>
    titleSheet({ ar: ["كيف تُركَّب", "بوّابة مملوكيّة"], en: ["How a Mamluk portal", "is put together"] }, emblem),
  ...{ recess, ablaq, voussoirs, writing, muqarnas, whole },
};
