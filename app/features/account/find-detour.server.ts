import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { type Actor, isStaff } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { decideDetour } from "./second-factor-policy.ts";

/** Where a person must go before anything else, or undefined. Asks nothing of the database for guests and learners. */
export async function findDetour({
  db,
  actor,
  pathname,
}: {
  db: Db;
  actor: Actor;
  pathname: string;
}): Promise<string | undefined> {
  if (!isStaff(actor) || actor?.twoFactorEnabled) return undefined;
  return decideDetour({ actor, pathname, settings: await findSettings(db) });
}
