import { colour, type Point, pathOf } from "../drawing.ts";

const polar = (radius: number, angle: number): Point => [radius * Math.cos(angle), -radius * Math.sin(angle)];

/** Half a star of sixteen points with rings of kites and diamonds round it: a vault of muqarnas seen from below. */
export function plan(): string {
  const step = Math.PI / 8;
  const rings = [56, 104, 156, 212];
  const cells: string[] = [];
  for (const [ring, radius] of rings.entries()) {
    const outer = rings[ring + 1];
    if (outer === undefined) break;
    const shift = ring % 2 === 0 ? 0 : step / 2;
    for (let i = 0; i < (ring % 2 === 0 ? 8 : 9); i += 1) {
      const from = Math.max(0, i * step - shift);
      const to = Math.min(Math.PI, (i + 1) * step - shift);
      const middle = (from + to) / 2;
      const points = [
        polar(radius, from),
        polar((radius + outer) / 2, middle),
        polar(radius, to),
        polar(outer, to),
        polar(outer, from),
      ];
      const fill = (i + ring) % 2 === 0 ? "#f4e7ca" : colour.tileTint;
      cells.push(
        `<path d="${pathOf(points, true)}" fill="${fill}" stroke="${colour.tile}" stroke-width="2.5" stroke-linejoin="round"/>`,
      );
    }
  }
  const star = Array.from({ length: 17 }, (_, i) => polar(i % 2 === 0 ? 56 : 34, (i * Math.PI) / 16));
  const edge = `<path d="M-212 0 H212" stroke="${colour.ink2}" stroke-width="5"/><path d="M-240 0 V-240 H240 V0" fill="none" stroke="${colour.ink2}" stroke-width="5"/>`;
  return `${edge}${cells.join("")}<path d="${pathOf(star, true)}" fill="${colour.goldTint}" stroke="${colour.goldInk}" stroke-width="2.5"/>`;
}
