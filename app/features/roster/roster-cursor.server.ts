import { z } from "zod";
import type { RosterSort } from "./roster-filters.ts";

const moment = z.iso.datetime();
const share = z.string().regex(/^\d{1,5}$/);
const name = z
  .string()
  .max(500)
  .regex(/^\P{Cc}*$/u);

/** What the keys of each order look like. */
const keys: Record<RosterSort, z.ZodType<string>> = {
  enrolled: moment,
  name,
  seen: moment,
  unseen: moment,
  furthest: share,
  least: share,
};

/** A place in a roster of some order: the key and the enrolment of the last learner before it. */
export type RosterCursor = { key: string; id: string };

export function encodeCursor(sort: RosterSort, { key, id }: RosterCursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
}

const json = z.string().transform((text, issues): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    issues.addIssue("not JSON");
    return z.NEVER;
  }
});

/** The place that a cursor names, or undefined where it names none in this order. */
export function decodeCursor(text: string | undefined, sort: RosterSort): RosterCursor | undefined {
  if (!text) return undefined;
  const schema = json.pipe(z.tuple([z.literal(sort), keys[sort], z.uuid()]));
  const parsed = schema.safeParse(Buffer.from(text, "base64url").toString("utf8"));
  return parsed.success ? { key: parsed.data[1], id: parsed.data[2] } : undefined;
}
