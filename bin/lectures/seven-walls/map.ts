import { colour, drawnLine, latin, layer, type Moment, type Point, pathOf } from "../drawing.ts";
import * as place from "./places.ts";

const valley = (points: readonly Point[], width: number) =>
  `<path d="${pathOf(points)}" fill="none" stroke="${colour.surface2}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/><path d="${pathOf(points)}" fill="none" stroke="${colour.line}" stroke-width="2" stroke-dasharray="2 7" stroke-linecap="round"/>`;

/** Valleys, the spring and a scale, drawn from the caption `from` on. */
export function ground(): string {
  const north = place.at([-1060, 820]);
  return [
    valley(place.kidron, 34),
    valley(place.hinnom, 34),
    valley(place.central, 24),
    valley(place.transversal, 16),
    `<circle cx="${place.spring[0]}" cy="${place.spring[1]}" r="7" fill="${colour.tile}"/>`,
    `<path d="M${north[0]} ${north[1] - 26} l9 26 l-9 -7 l-9 7 Z" fill="${colour.ink2}"/>`,
    latin(north[0], north[1] - 34, "N", { size: 18, fill: colour.ink2 }),
    scaleBar(),
  ].join("");
}

function scaleBar(): string {
  const [x, y] = place.at([-1080, -1040]);
  const length = place.length(500);
  return `<path d="M${x} ${y - 6} v6 h${length} v-6" fill="none" stroke="${colour.ink2}" stroke-width="2"/>${latin(x + length / 2, y - 10, "500 m", { size: 18, fill: colour.ink2 })}`;
}

/** The court of the Temple, whose outline before Herod is an estimate, and the Haram as it is since. */
export function court(widened: boolean): string {
  const points = widened ? place.haram : place.olderCourt;
  const dash = widened ? "" : ' stroke-dasharray="6 6"';
  return `<path d="${pathOf(points, true)}" fill="${colour.goldTint}" stroke="${colour.goldInk}" stroke-width="2"${dash}/>`;
}

/** A wall that is drawn while the caption `from` is said; what is an estimate is broken. */
export function wall(moment: Moment, from: number, points: readonly Point[], options: { sure?: boolean } = {}): string {
  const attributes = `stroke="${colour.tile}" stroke-width="7" stroke-linejoin="round"`;
  if (options.sure ?? true) return drawnLine(moment, from, points, `${attributes} stroke-linecap="round"`);
  return drawnLine(moment, from, points, `${attributes} stroke-dasharray="13 9"`);
}

/** A wall of an earlier slide, left as a trace. */
export function trace(points: readonly Point[]): string {
  return `<path d="${pathOf(points)}" fill="none" stroke="#c9bfa9" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>`;
}

/** A ring that draws the eye to a place from the caption `from` on. */
export function ring(moment: Moment, from: number, [x, y]: Point, radius = 22): string {
  const circle = `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${colour.gold}" stroke-width="5"/>`;
  return layer(moment, from, circle, from + 1);
}
