import { expect, test } from "vitest";
import { moveTo, newShape, scaleShape } from "./shape-changes.ts";

test("a press puts the middle of a circle or rectangle, and adds a corner to a polygon", () => {
  expect(moveTo({ kind: "circle", x: 1, y: 1, r: 5 }, { x: 30, y: 40 })).toEqual({
    kind: "circle",
    x: 30,
    y: 40,
    r: 5,
  });
  const box = { kind: "rectangle" as const, x: 0, y: 0, width: 20, height: 10 };
  expect(moveTo(box, { x: 30, y: 40 })).toMatchObject({ x: 20, y: 35 });
  expect(moveTo(box, { x: 1, y: 1 })).toMatchObject({ x: 0, y: 0 });
  const points = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ];
  expect(moveTo({ kind: "polygon", points }, { x: 9, y: 9 })).toEqual({
    kind: "polygon",
    points: [...points, { x: 9, y: 9 }],
  });
});

test("places keep their proportion on a picture of another size, and begin within theirs", () => {
  const sizes = { from: { width: 800, height: 600 }, to: { width: 400, height: 600 } };
  expect(scaleShape({ kind: "circle", x: 100, y: 100, r: 40 }, sizes)).toEqual({
    kind: "circle",
    x: 50,
    y: 100,
    r: 20,
  });
  const box = { kind: "rectangle" as const, x: 10, y: 10, width: 3, height: 3 };
  expect(scaleShape(box, sizes)).toEqual({ ...box, x: 5, width: 2 });
  const unknown = { from: { width: Number.NaN, height: 600 }, to: { width: 400, height: 600 } };
  expect(scaleShape(box, unknown)).toBe(box);
  expect(newShape({ width: 120, height: 60 })).toEqual({ kind: "circle", x: 60, y: 30, r: 5 });
});
