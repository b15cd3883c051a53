import { z } from "zod";
import { packJson, unpackJson } from "#app/platform/http/packed-json.ts";
import type { CourseSort } from "./course-filters.ts";

const place = { direction: z.enum(["after", "before"]), id: z.uuid() };
const int4 = z.int().min(0).max(2_147_483_647);

const cursorSchema = z.discriminatedUnion("sort", [
  z.object({ sort: z.literal("newest"), key: z.iso.datetime(), ...place }),
  z.object({
    sort: z.literal("title"),
    key: z
      .string()
      .max(500)
      .regex(/^\P{Cc}*$/u),
    ...place,
  }),
  z.object({ sort: z.literal("shortest"), key: int4, ...place }),
  z.object({ sort: z.literal("relevance"), key: int4, ...place }),
]);

/** A place between two courses of a listing, and which side of it is wanted. */
export type CourseCursor = z.infer<typeof cursorSchema>;

export function encodeCursor(cursor: CourseCursor): string {
  return packJson(cursor);
}

/** The place that a cursor names, or undefined where it names none in a listing of this order. */
export function decodeCursor(text: string | undefined, sort: CourseSort): CourseCursor | undefined {
  const place = unpackJson(text, cursorSchema);
  return place?.sort === sort ? place : undefined;
}
