import type { Point, Shape } from "./picture-shape.ts";

type Size = { width: number; height: number };

/** A place in the middle of a picture, large enough to be seen on it. */
export function newShape({ width, height }: Size): Shape {
  if (!(width > 0 && height > 0)) return { kind: "circle", x: 100, y: 100, r: 40 };
  const r = Math.max(1, Math.round(Math.min(width, height) / 12));
  return { kind: "circle", x: Math.round(width / 2), y: Math.round(height / 2), r };
}

/** The shape with its place where the picture was pressed; a polygon gets one corner more. */
export function moveTo(shape: Shape, point: Point): Shape {
  if (shape.kind === "polygon") return { ...shape, points: [...shape.points, point] };
  if (shape.kind === "circle") return { ...shape, ...point };
  const at = (middle: number, size: number) => Math.max(0, Math.round(middle - size / 2));
  return { ...shape, x: at(point.x, shape.width), y: at(point.y, shape.height) };
}

/** The shape of a picture of one size as it lies on the same picture in another. */
export function scaleShape(shape: Shape, { from, to }: { from: Size; to: Size }): Shape {
  const [across, down] = [to.width / from.width, to.height / from.height];
  if (!(across > 0 && down > 0) || (across === 1 && down === 1)) return shape;
  const point = ({ x, y }: Point) => ({ x: Math.round(x * across), y: Math.round(y * down) });
  if (shape.kind === "polygon") return { ...shape, points: shape.points.map(point) };
  if (shape.kind === "circle") {
    return { ...shape, ...point(shape), r: Math.max(1, Math.round(shape.r * Math.min(across, down))) };
  }
  const width = Math.max(1, Math.round(shape.width * across));
  return { ...shape, ...point(shape), width, height: Math.max(1, Math.round(shape.height * down)) };
}
