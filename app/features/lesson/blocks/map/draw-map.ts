import { escapeHTML, serializeAttrsToHTMLString } from "@tiptap/static-renderer/json/html-string";
import type { RenderContext } from "../../render-context.ts";

export type PlacedName = { name: string; x: number; y: number; number: number; periods: number[]; id: string };

type Size = { width: number; height: number };

/** A name at the edge of the drawing runs inwards. */
function anchorOf(x: number): "start" | "middle" | "end" {
  if (x < 15) return "start";
  return x > 85 ? "end" : "middle";
}

function drawPlace({ place, size, digits }: { place: PlacedName; size: Size; digits: string }): string {
  const unit = size.width / 100;
  const x = round((place.x / 100) * size.width);
  const y = round((place.y / 100) * size.height);
  const radius = round(unit * 1.9);
  const beneath = place.y < 88;
  const label = {
    x: anchorOf(place.x) === "middle" ? x : round(x + (anchorOf(place.x) === "start" ? -radius : radius)),
    y: round(beneath ? y + radius + unit * 2.9 : y - radius - unit * 1.1),
    class: "map-name",
    "font-size": round(unit * 2.6),
    "text-anchor": anchorOf(place.x),
    "stroke-width": round(unit * 0.7),
  };
  const mark = { cx: x, cy: y, r: radius, class: "map-mark", "stroke-width": round(unit * 0.35) };
  const number = {
    ...{ x, y, class: "map-number", "font-size": round(unit * 2.2) },
    ...{ "text-anchor": "middle", "dominant-baseline": "central" },
  };
  const own = { class: "map-place", href: `#${place.id}`, "data-in": place.periods.join(" ") };
  return [
    `<a${serializeAttrsToHTMLString(own)}>`,
    `<circle${serializeAttrsToHTMLString(mark)}></circle>`,
    `<text${serializeAttrsToHTMLString(number)}>${escapeHTML(digits)}</text>`,
    `<text${serializeAttrsToHTMLString(label)}>${escapeHTML(place.name)}</text></a>`,
  ].join("");
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Puts the places upon a drawing that was made fit for a page; each leads to its line in the list. */
export function drawPlaces(
  drawing: { html: string } & Size,
  places: readonly PlacedName[],
  context: Pick<RenderContext, "number">,
): string {
  const drawn = places.map((place) => drawPlace({ place, size: drawing, digits: context.number(place.number) }));
  // What a picture holds is not read out; links in it are.
  const open = drawing.html.replace(' role="img"', ' role="group"');
  return open.replace(/<\/svg>$/, `<g class="map-places">${drawn.join("")}</g></svg>`);
}
