import { extname } from "node:path";
import type { Translated } from "#app/platform/i18n/locales.ts";
import type { CategoriseBody } from "../../question-types/categorise/categorise.ts";
import type { MatchingBody } from "../../question-types/matching/matching.ts";
import type { OrderingBody } from "../../question-types/ordering/ordering.ts";
import type { Shape } from "../../question-types/place-on-picture/picture-shape.ts";
import type { PlaceOnPictureBody } from "../../question-types/place-on-picture/place-on-picture.ts";
import { lose } from "../reading-notes.ts";
import type { WritingNotes } from "../written-text.ts";
import { declare } from "./write-declaration.ts";
import type { WrittenBody } from "./written-body.ts";
import { htmlOf, identifierOf, labelOf, qti } from "./xml-text.ts";

type Sets = {
  sources: { id: string; text: Translated; to: string }[];
  targets: { id: string; label: Translated }[];
  partial: "none" | "each";
};

const paired = (sources: Sets["sources"]) => sources.map(({ id, to }) => `${identifierOf(id)} ${identifierOf(to)}`);

/** All or nothing, or each pair its part of the whole. */
function pairsDeclared(pairs: string[], partial: "none" | "each"): Pick<WrittenBody, "responses" | "scoring"> {
  const map = partial === "each" ? pairs.map((key) => ({ key, share: 1 / pairs.length })) : [];
  return {
    responses: [declare({ cardinality: "multiple", type: "directedPair", correct: pairs, map })],
    scoring: partial === "each" ? "map" : "match",
  };
}

function match({ sources, targets, partial }: Sets, notes: WritingNotes): WrittenBody {
  const choice = (id: string, most: number, inside: string) =>
    qti("simple-associable-choice", { identifier: identifierOf(id), "match-max": most }, inside);
  const content = qti(
    "match-interaction",
    { "response-identifier": "RESPONSE", "max-associations": sources.length, shuffle: "true" },
    qti("simple-match-set", {}, ...sources.map(({ id, text }) => choice(id, 1, htmlOf(text, notes)))),
    qti("simple-match-set", {}, ...targets.map(({ id, label }) => choice(id, 0, labelOf(label, notes)))),
  );
  return { ...pairsDeclared(paired(sources), partial), content };
}

export function writeMatching({ premises, responses, partial }: MatchingBody, notes: WritingNotes): WrittenBody {
  return match(
    { sources: premises.map(({ match: to, ...rest }) => ({ ...rest, to })), targets: responses, partial },
    notes,
  );
}

export function writeCategories({ items, categories, partial }: CategoriseBody, notes: WritingNotes): WrittenBody {
  return match(
    { sources: items.map(({ category: to, ...rest }) => ({ ...rest, to })), targets: categories, partial },
    notes,
  );
}

export function writeOrder({ items, partial }: OrderingBody, notes: WritingNotes): WrittenBody {
  if (partial !== "none") lose(notes, "partial");
  const choices = items.map(({ id, text }) =>
    qti("simple-choice", { identifier: identifierOf(id) }, htmlOf(text, notes)),
  );
  return {
    responses: [declare({ cardinality: "ordered", correct: items.map(({ id }) => identifierOf(id)) })],
    content: qti("order-interaction", { "response-identifier": "RESPONSE", shuffle: "true" }, ...choices),
    scoring: "match",
  };
}

const types: Record<string, string> = { ".svg": "image/svg+xml", ".jpg": "image/jpeg" };
const typeOf = (path: string) => types[extname(path)] ?? `image/${extname(path).slice(1)}`;

function coordsOf(shape: Shape): { shape: string; coords: string } {
  const whole = (...numbers: number[]) => numbers.map((number) => Math.round(number)).join(",");
  if (shape.kind === "circle") return { shape: "circle", coords: whole(shape.x, shape.y, shape.r) };
  if (shape.kind === "polygon") return { shape: "poly", coords: whole(...shape.points.flatMap(({ x, y }) => [x, y])) };
  const { x, y, width, height } = shape;
  return { shape: "rect", coords: whole(x, y, x + width, y + height) };
}

export function writePlaces(
  { picture, regions, markers, partial }: PlaceOnPictureBody,
  notes: WritingNotes,
): WrittenBody {
  const { src, alt, width, height } = picture;
  const spots = regions.map(({ id, label, shape }) =>
    qti("associable-hotspot", {
      ...{ identifier: identifierOf(id), ...coordsOf(shape), "match-max": 0 },
      "hotspot-label": notes.locale in label ? label[notes.locale] : Object.values(label)[0],
    }),
  );
  const words = markers.map(({ id, label }) =>
    qti("gap-text", { identifier: identifierOf(id), "match-max": 1 }, labelOf(label, notes)),
  );
  const seen = `<object data="${notes.address(src) ?? src}" type="${typeOf(src)}" width="${width}" height="${height}">${labelOf(alt, notes)}</object>`;
  const content = qti(
    "graphic-gap-match-interaction",
    { "response-identifier": "RESPONSE", "max-associations": markers.length },
    seen,
    ...words,
    ...spots,
  );
  const pairs = markers.map(({ id, region }) => `${identifierOf(id)} ${identifierOf(region)}`);
  return { ...pairsDeclared(pairs, partial), content };
}
