import { LRUCache } from "lru-cache";
import type { Actor, Person } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { readSessionToken } from "./session-cookie.server.ts";

/** How long a session may be remembered without asking the database, in milliseconds. A change is heard of sooner. */
const REMEMBERED_MS = 10_000;
/** A session still in use is prolonged when less than this is left of it, in milliseconds. */
const PROLONG_BELOW_MS = 23 * 24 * 3_600_000;
/** What a session is prolonged to. */
export const SESSION_SECONDS = 30 * 24 * 3_600;

type Remembered = { person: Person; expiresAt: number };
const remembered = new LRUCache<string, Remembered>({ max: 20_000, ttl: REMEMBERED_MS });

onNotification("person_changed", (userId) => {
  if (userId === "") return remembered.clear();
  for (const [token, { person }] of remembered.entries()) if (person.id === userId) remembered.delete(token);
});

const select = {
  id: true,
  expiresAt: true,
  user: {
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      role: true,
      twoFactorEnabled: true,
      locale: true,
      timeZone: true,
      calendar: true,
      digits: true,
      suspendedAt: true,
      instructor: { select: { id: true } },
    },
  },
} as const;

/**
 * Who a request comes from, by its Cookie header; null for a guest, an expired or revoked session, and a
 * suspended person. One query, or none when the same session was seen in the last seconds.
 */
export async function loadActor({ db, cookie }: { db: Db; cookie: string | null | undefined }): Promise<Actor> {
  const token = readSessionToken(cookie);
  if (!token) return null;
  const known = remembered.get(token);
  if (known) return known.expiresAt > Date.now() ? known.person : null;
  const session = await db.session.findUnique({ where: { token }, select });
  if (!session || session.expiresAt.getTime() <= Date.now() || session.user.suspendedAt) return null;
  const { suspendedAt: _, instructor, ...user } = session.user;
  const person: Person = { ...user, sessionId: session.id, instructorId: instructor?.id ?? null };
  const expiresAt = await prolong({ db, id: session.id, expiresAt: session.expiresAt });
  remembered.set(token, { person, expiresAt });
  return person;
}

async function prolong({ db, id, expiresAt }: { db: Db; id: string; expiresAt: Date }): Promise<number> {
  if (expiresAt.getTime() - Date.now() > PROLONG_BELOW_MS) return expiresAt.getTime();
  const later = new Date(Date.now() + SESSION_SECONDS * 1_000);
  await db.session.updateMany({ where: { id }, data: { expiresAt: later } });
  return later.getTime();
}
