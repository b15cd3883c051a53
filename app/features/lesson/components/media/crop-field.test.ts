import { expect, test } from "vitest";
import { firstCrop, movedCrop, sizedCrop, soundCrop } from "./crop-field.ts";

const picture = { width: 400, height: 300 };
const crop = { x: 50, y: 40, width: 200, height: 100 };

test("a part is moved no further than the edges of its picture", () => {
  expect(movedCrop(crop, { x: 10, y: -10 }, picture)).toEqual({ ...crop, x: 60, y: 30 });
  expect(movedCrop(crop, { x: 9_999, y: 9_999 }, picture)).toEqual({ ...crop, x: 200, y: 200 });
  expect(movedCrop(crop, { x: -9_999, y: -9_999 }, picture)).toEqual({ ...crop, x: 0, y: 0 });
});

test("a part grows to the edges of its picture and never vanishes", () => {
  expect(sizedCrop(crop, { x: 9_999, y: 9_999 }, picture)).toEqual({ ...crop, width: 350, height: 260 });
  expect(sizedCrop(crop, { x: -9_999, y: -9_999 }, picture)).toEqual({ ...crop, width: 1, height: 1 });
  expect(sizedCrop(crop, { x: 0.4, y: 0.6 }, picture)).toEqual({ ...crop, height: 101 });
});

test("what is typed is brought inside the picture", () => {
  expect(soundCrop({ x: Number.NaN, y: 500, width: 0, height: 500 }, picture)).toEqual({
    ...{ x: 0, y: 299, width: 1, height: 1 },
  });
});

test("one begins with the middle, however small the picture is", () => {
  expect(firstCrop(picture)).toEqual({ x: 50, y: 37, width: 300, height: 225 });
  expect(firstCrop({ width: 1, height: 1 })).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});
