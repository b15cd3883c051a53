import { z } from "zod";
import { type BankSort, bankSorts } from "./bank-filters.ts";

const cursorSchema = z.object({
  sort: z.enum(bankSorts),
  key: z
    .string()
    .max(500)
    .regex(/^\P{Cc}*$/u),
  id: z.uuid(),
  direction: z.enum(["after", "before"]),
});

/** A place between two questions of a list, and which side of it is wanted. */
export type BankCursor = z.infer<typeof cursorSchema>;

export const encodeCursor = (cursor: BankCursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

const jsonSchema = z.string().transform((text, issues) => {
  try {
    return JSON.parse(text);
  } catch {
    issues.addIssue("not JSON");
    return z.NEVER;
  }
});

/** The place that a cursor names, or undefined where it names none in a list of this order. */
export function decodeCursor(text: string | undefined, sort: BankSort): BankCursor | undefined {
  if (!text) return undefined;
  const parsed = jsonSchema.pipe(cursorSchema).safeParse(Buffer.from(text, "base64url").toString("utf8"));
  if (!parsed.success || parsed.data.sort !== sort) return undefined;
  const isTime = sort === "name" || z.iso.datetime().safeParse(parsed.data.key).success;
  return isTime ? parsed.data : undefined;
}
