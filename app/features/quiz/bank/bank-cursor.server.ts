import { z } from "zod";
import { packJson, unpackJson } from "#app/platform/http/packed-json.ts";
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

export const encodeCursor = (cursor: BankCursor): string => packJson(cursor);

/** The place that a cursor names, or undefined where it names none in a list of this order. */
export function decodeCursor(text: string | undefined, sort: BankSort): BankCursor | undefined {
  const place = unpackJson(text, cursorSchema);
  if (place?.sort !== sort) return undefined;
  const isTime = sort === "name" || z.iso.datetime().safeParse(place.key).success;
  return isTime ? place : undefined;
}
