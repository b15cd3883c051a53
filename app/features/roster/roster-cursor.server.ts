import { z } from "zod";
import { packJson, unpackJson } from "#app/platform/http/packed-json.ts";
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
  return packJson([sort, key, id]);
}

/** The place that a cursor names, or undefined where it names none in this order. */
export function decodeCursor(text: string | undefined, sort: RosterSort): RosterCursor | undefined {
  const place = unpackJson(text, z.tuple([z.literal(sort), keys[sort], z.uuid()]));
  return place && { key: place[1], id: place[2] };
}
