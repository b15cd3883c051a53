import { z } from "zod";

const coordinate = z.number().min(0).max(100_000);

const pointSchema = z.strictObject({ x: coordinate, y: coordinate });

/** A part of a picture, in the picture's own units from its top left corner. */
export const shapeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("circle"), x: coordinate, y: coordinate, r: z.number().positive() }),
  z.strictObject({
    kind: z.literal("rectangle"),
    x: coordinate,
    y: coordinate,
    width: z.number().positive(),
    height: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal("polygon"), points: z.array(pointSchema).min(3).max(200) }),
]);

export type Shape = z.infer<typeof shapeSchema>;
export type Point = z.infer<typeof pointSchema>;

const onEdge = ({ x, y }: Point, a: Point, b: Point) =>
  (b.x - a.x) * (y - a.y) === (b.y - a.y) * (x - a.x) &&
  x >= Math.min(a.x, b.x) &&
  x <= Math.max(a.x, b.x) &&
  y >= Math.min(a.y, b.y) &&
  y <= Math.max(a.y, b.y);

/** Counts the edges that a line from the point to the right crosses. */
function inPolygon(point: Point, corners: readonly Point[]): boolean {
  const { x, y } = point;
  let inside = false;
  for (const [index, a] of corners.entries()) {
    const b = corners.at(index - 1) ?? a;
    if (onEdge(point, a, b)) return true;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** Whether a point lies in a shape; its edge belongs to it. */
export function isInside(point: Point, shape: Shape): boolean {
  const { x, y } = point;
  if (shape.kind === "circle") return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.r ** 2;
  if (shape.kind === "polygon") return inPolygon(point, shape.points);
  return x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height;
}

/** Whether the whole of a shape lies within a picture of this size. */
export function liesWithin(shape: Shape, { width, height }: { width: number; height: number }): boolean {
  const fits = (x: number, y: number) => x >= 0 && y >= 0 && x <= width && y <= height;
  if (shape.kind === "polygon") return shape.points.every(({ x, y }) => fits(x, y));
  if (shape.kind === "rectangle") return fits(shape.x, shape.y) && fits(shape.x + shape.width, shape.y + shape.height);
  return fits(shape.x - shape.r, shape.y - shape.r) && fits(shape.x + shape.r, shape.y + shape.r);
}
