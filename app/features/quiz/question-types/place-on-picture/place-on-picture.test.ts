import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepsTheLaws, partIds, words } from "#tests/factories/question-laws.ts";
import { defineQuestionType } from "../define-question-type.ts";
import { isInside, type Shape } from "./picture-shape.ts";
import { type PlaceOnPictureBody, placeOnPicture } from "./place-on-picture.ts";

const picture = { src: "media/map.svg", alt: { en: "Map" }, width: 400, height: 300 };

const corner: Shape = { kind: "circle", x: 9, y: 9, r: 1 };

const bodies: fc.Arbitrary<PlaceOnPictureBody> = fc
  .record({ ids: partIds(5, 8), turn: fc.nat(), text: words, partial: fc.constantFrom("none", "each"), x: fc.nat(50) })
  .map(({ ids, turn, text, partial, x }) => {
    const shapes: Shape[] = [
      { kind: "circle", x: 100 + x, y: 100, r: 20 },
      { kind: "rectangle", x: 200 + x, y: 200, width: 20, height: 20 },
      {
        kind: "polygon",
        points: [
          { x, y: 0 },
          { x: x + 30, y: 0 },
          { x, y: 30 },
        ],
      },
    ];
    const regions = shapes.map((shape, index) => ({ id: ids[index] ?? "", label: text, shape }));
    const markers = ids
      .slice(3)
      .map((id, index) => ({ id, label: text, region: regions[(index + turn) % 3]?.id ?? "" }));
    return { stem: text, picture, regions, markers, partial };
  });

describe("every question", () => {
  keepsTheLaws({
    type: placeOnPicture,
    bodies,
    answers: ({ markers, regions }) => {
      const place = fc.oneof(
        fc.record({ x: fc.double({ min: 0, max: 400, noNaN: true }), y: fc.integer({ min: 0, max: 300 }) }),
        fc.constantFrom(...regions).map(({ id }) => ({ region: id })),
      );
      return fc
        .array(fc.tuple(fc.constantFrom(...markers), place))
        .map((pairs) => ({ placed: Object.fromEntries(pairs.map(([{ id }, at]) => [id, at])) }));
    },
    foreign: [{ placed: { "of-another-question": { x: 1, y: 1 } } }],
    twin: (body) => ({
      ...body,
      regions: [...body.regions].reverse().map((region) => ({ ...region, shape: corner })),
      markers: body.markers.map((marker) => ({ ...marker, region: body.regions[0]?.id ?? "" })),
    }),
  });
});

const square: Shape = {
  kind: "polygon",
  points: [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ],
};
const hook: Shape = {
  kind: "polygon",
  points: [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
    { x: 30, y: 30 },
    { x: 20, y: 30 },
    { x: 20, y: 10 },
    { x: 0, y: 10 },
  ],
};

test.each<[string, Shape, number, number, boolean]>([
  ["in a circle", { kind: "circle", x: 10, y: 10, r: 5 }, 13, 14, true],
  ["outside a circle", { kind: "circle", x: 10, y: 10, r: 5 }, 14, 14, false],
  ["on the edge of a rectangle", { kind: "rectangle", x: 1, y: 1, width: 2, height: 2 }, 3, 3, true],
  ["outside a rectangle", { kind: "rectangle", x: 1, y: 1, width: 2, height: 2 }, 3.1, 3, false],
  ["in a polygon", square, 5, 5, true],
  ["on the corner of a polygon", square, 10, 10, true],
  ["on the edge of a polygon", square, 0, 4, true],
  ["beside a polygon", square, -1, 5, false],
  ["in the arm of a hook", hook, 25, 25, true],
  ["in the bend of a hook", hook, 10, 20, false],
])("a point %s", (_, shape, x, y, inside) => {
  expect(isInside({ x, y }, shape)).toBe(inside);
});

const city: PlaceOnPictureBody = {
  stem: { en: "Place each gate" },
  picture,
  regions: [
    { id: "r1", label: { en: "Middle of the north wall" }, shape: { kind: "circle", x: 200, y: 20, r: 15 } },
    { id: "r2", label: { en: "West wall" }, shape: { kind: "rectangle", x: 0, y: 100, width: 30, height: 60 } },
  ],
  markers: [
    { id: "damascus", label: { en: "Damascus Gate" }, region: "r1" },
    { id: "jaffa", label: { en: "Jaffa Gate" }, region: "r2" },
  ],
  partial: "each",
};

test("a place from the list counts as much as a point on the picture", () => {
  const pointed = { placed: { damascus: { x: 205, y: 25 }, jaffa: { x: 200, y: 150 } } };
  const listed = { placed: { damascus: { region: "r1" }, jaffa: { region: "r1" } } };
  const expected = { share: 0.5, parts: { damascus: "right", jaffa: "wrong" }, remarks: [] };
  expect(placeOnPicture.grade(city, pointed)).toEqual(expected);
  expect(placeOnPicture.grade(city, listed)).toEqual(expected);
  expect(placeOnPicture.grade(city, { placed: { jaffa: { x: 0, y: 100 } } }).parts).toEqual({
    damascus: "missed",
    jaffa: "right",
  });
});

test("a point beside the picture does not fit, and a region beside it is refused", () => {
  expect(placeOnPicture.fits(city, { placed: { jaffa: { x: 401, y: 1 } } })).toBe(false);
  const { parseBody } = defineQuestionType(placeOnPicture);
  expect(parseBody({ ...city, picture: { ...picture, width: 100 } })).toMatchObject({
    problems: [{ path: ["regions", 0, "shape"], message: "quiz:problems.outsidePicture" }],
  });
  expect(parseBody({ ...city, picture: { ...picture, src: "media/../../secret.svg" } })).toMatchObject({ ok: false });
});
