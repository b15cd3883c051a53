import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Actor, Person } from "#app/platform/access/actor.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CalendarChoice, DigitsChoice, Role } from "#app/platform/db/generated/enums.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { countCacheRead } from "#app/platform/metrics/measures.server.ts";
import { readSessionToken } from "./session-cookie.server.ts";

/** How long a session may be remembered without asking the database, in milliseconds. A change is heard of sooner. */
const REMEMBERED_MS = 10_000;
/** A session still in use is prolonged when less than this is left of it, in milliseconds. */
const PROLONG_BELOW_MS = 23 * 24 * 3_600_000;
/** What a session is prolonged to. */
export const SESSION_SECONDS = 30 * 24 * 3_600;

type Remembered = { person: Person; expiresAt: number };
const remembered = new LRUCache<string, Remembered>({ max: 20_000, ttl: REMEMBERED_MS });

/** How many changes of people were heard of, so that what was read before one is not remembered after it. */
let heard = 0;

onNotification("person_changed", (userId) => {
  heard += 1;
  if (userId === "") return remembered.clear();
  for (const [token, { person }] of remembered.entries()) if (person.id === userId) remembered.delete(token);
});

const rowSchema = z.object({
  sessionId: z.string(),
  expiresAt: z.date(),
  id: z.string(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(Role),
  twoFactorEnabled: z.boolean(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  calendar: z.enum(CalendarChoice),
  digits: z.enum(DigitsChoice),
  instructorId: z.string().nullable(),
});

const findSession = (token: string) => Prisma.sql`
  SELECT s."id" AS "sessionId", s."expiresAt", u."id", u."name", u."email", u."emailVerified", u."role"::text,
    u."twoFactorEnabled", u."locale", u."timeZone", u."calendar"::text, u."digits"::text, i."id" AS "instructorId"
  FROM "Session" s JOIN "User" u ON u."id" = s."userId" LEFT JOIN "Instructor" i ON i."userId" = u."id"
  WHERE s."token" = ${token} AND u."suspendedAt" IS NULL`;

/**
 * Who a request comes from, by its Cookie header; null for a guest, an expired or revoked session, and a
 * suspended person. One query, or none when the same session was seen in the last seconds. A session that is used
 * is prolonged now and then; `onProlonged` is told, so that the cookie can be too.
 */
export async function loadActor({
  db,
  cookie,
  onProlonged,
}: {
  db: Db;
  cookie: string | null | undefined;
  onProlonged?: () => void;
}): Promise<Actor> {
  const token = readSessionToken(cookie);
  if (!token) return null;
  const known = remembered.get(token);
  countCacheRead("sessions", known !== undefined);
  if (known) return known.expiresAt > Date.now() ? known.person : null;
  const heardBefore = heard;
  const [row] = await queryRows(db, findSession(token));
  if (row === undefined) return null;
  const { expiresAt: until, ...person } = rowSchema.parse(row);
  if (until.getTime() <= Date.now()) return null;
  if (until.getTime() - Date.now() < PROLONG_BELOW_MS) {
    await prolong({ db, id: person.sessionId });
    onProlonged?.();
  } else if (heardBefore === heard) {
    remembered.set(token, { person, expiresAt: until.getTime() });
  }
  return person;
}

async function prolong({ db, id }: { db: Db; id: string }): Promise<void> {
  const later = new Date(Date.now() + SESSION_SECONDS * 1_000);
  await db.session.updateMany({ where: { id }, data: { expiresAt: later } });
}
