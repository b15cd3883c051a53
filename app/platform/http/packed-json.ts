import { z } from "zod";

const json = z.string().transform((text, issues): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    issues.addIssue("not JSON");
    return z.NEVER;
  }
});

/** A value as JSON that stands in an address. */
export const packJson = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What `packJson` made, or undefined where the text is nothing of this shape. */
export function unpackJson<Value>(text: string | undefined, schema: z.ZodType<Value>): Value | undefined {
  if (!text) return undefined;
  return json.pipe(schema).safeParse(Buffer.from(text, "base64url").toString("utf8")).data;
}
