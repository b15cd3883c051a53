import type { Person } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import type { User } from "#app/platform/db/generated/client.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { log } from "#app/platform/log/log.server.ts";

/** What a use case is called with when `user` asks; the time stands still at `now`. */
export function contextOf(
  db: Db,
  user: User,
  { now = new Date(), instructorId = null }: { now?: Date; instructorId?: string | null } = {},
): PersonContext {
  const { id, name, email, emailVerified, role, twoFactorEnabled, locale, timeZone, calendar, digits } = user;
  const rest = { role, twoFactorEnabled, locale, timeZone, calendar, digits, instructorId };
  const actor: Person = { id, sessionId: id, name, email, emailVerified, ...rest };
  return { ...guestContext(db, { now }), actor };
}

/** The same when a guest asks. */
export function guestContext(db: Db, { now = new Date() }: { now?: Date } = {}): UseCaseContext {
  return { db, actor: null, clock: { now: () => now }, locale: "ar", log, requestId: "test" };
}
