import { z } from "zod";

/**
 * A field of a form that holds JSON of `schema`'s shape, of at most `longest` characters. What is no JSON is refused
 * like any other wrong value.
 */
export function jsonField<Schema extends z.ZodType>(schema: Schema, { longest }: { longest: number }) {
  return z
    .string()
    .max(longest)
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
