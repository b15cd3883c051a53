import { z } from "zod";
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
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** The place that a cursor names, or undefined where it names none in a listing of this order. */
export function decodeCursor(text: string | undefined, sort: CourseSort): CourseCursor | undefined {
  if (!text) return undefined;
  const decoded = Buffer.from(text, "base64url").toString("utf8");
  const parsed = z
    .string()
    .transform((json, issues) => {
      try {
        return JSON.parse(json);
      } catch {
        issues.addIssue("not JSON");
        return z.NEVER;
      }
    })
    .pipe(cursorSchema)
    .safeParse(decoded);
  return parsed.success && parsed.data.sort === sort ? parsed.data : undefined;
}
