import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Actor, Person } from "#app/platform/access/actor.ts";
import { type Db, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { CalendarChoice, DigitsChoice, Role } from "#app/platform/db/generated/enums.ts";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { countCacheRead } from "#app/platform/metrics/measures.server.ts";
import { readSessionToken } from "./session-cookie.server.ts";

/** How long a session may be remembered without asking the database, in milliseconds. A change is heard of sooner. */
const REMEMBERED_MS = 10_000;
/** A session still in use is prolonged when less than this is left of it, in milliseconds. */
const PROLONG_BELOW_MS = 23 * 24 * 3_600_000;
/** One that is near its greatest age is not prolonged by less than this, in milliseconds: each time is a write. */
const WORTH_PROLONGING_MS = 24 * 3_600_000;
/** The greatest age of a session, however much it is used. */
const MAX_AGE_SECONDS = env.SESSION_MAX_DAYS * 24 * 3_600;
/** What a session begins with and is prolonged to. */
export const SESSION_SECONDS = Math.min(30 * 24 * 3_600, MAX_AGE_SECONDS);

type Remembered = { person: Person; expiresAt: number };
const remembered = new LRUCache<string, Remembered>({ max: 20_000, ttl: REMEMBERED_MS });

/** How many changes of people were heard of, so that what was read before one is not remembered after it. */
let heard = 0;

onNotification("person_changed", forgetPerson);

/** Drops what is remembered of a person's sessions, and of who looks at the academy as her; of everybody for "". */
export function forgetPerson(userId: string): void {
  heard += 1;
  if (userId === "") remembered.clear();
  for (const [token, { person }] of remembered.entries()) {
    if (person.id === userId || person.viewedBy?.id === userId) remembered.delete(token);
  }
}

const rowSchema = z.object({
  sessionId: z.string(),
  expiresAt: z.date(),
  begunAt: z.date(),
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
  viewerId: z.string().nullable(),
  viewerName: z.string(),
  viewUntil: z.date().nullable(),
  unreadNotices: z.number(),
});
type Row = z.output<typeof rowSchema>;

// An admin's session may be looking at the academy as "seen", who is no admin.
const findSession = (token: string) => Prisma.sql`
  SELECT s."id" AS "sessionId", s."expiresAt", s."createdAt" AS "begunAt", u."id", u."name", u."email", u."emailVerified", u."role"::text,
    u."twoFactorEnabled", u."locale", u."timeZone", u."calendar"::text, u."digits"::text, i."id" AS "instructorId",
    CASE WHEN u."id" <> o."id" THEN o."id" END AS "viewerId", o."name" AS "viewerName", v."expiresAt" AS "viewUntil",
    (SELECT count(*)::int FROM (SELECT 1 FROM "Notification" n WHERE n."userId" = u."id" AND n."readAt" IS NULL
      AND n."shown" LIMIT 100) n) AS "unreadNotices"
  FROM "Session" s JOIN "User" o ON o."id" = s."userId"
    LEFT JOIN "Viewing" v ON v."sessionId" = s."id" AND v."expiresAt" > now() AND o."role" = 'admin'
    LEFT JOIN "User" seen ON seen."id" = v."userId" AND seen."role" <> 'admin'
    JOIN "User" u ON u."id" = coalesce(seen."id", o."id")
    LEFT JOIN "Instructor" i ON i."userId" = u."id"
  WHERE s."token" = ${token} AND o."suspendedAt" IS NULL`;

function toPerson({ viewerId, viewerName, viewUntil, expiresAt: _, begunAt: __, ...person }: Row): Person {
  if (viewerId === null || viewUntil === null) return person;
  return { ...person, viewedBy: { id: viewerId, name: viewerName, until: viewUntil } };
}

/** Until when an answer may be remembered at most: what is looked at as somebody else ends by itself. */
const endOf = ({ viewerId, viewUntil }: Row, until: number): number =>
  viewerId !== null && viewUntil !== null ? Math.min(viewUntil.getTime(), until) : until;

/**
 * Who a request comes from, by its Cookie header; null for a guest, an expired or revoked session, and a
 * suspended person. One query, or none when the same session was seen in the last seconds. A session that is used
 * is prolonged now and then, up to its greatest age; `onProlonged` is told, so that the cookie can be too.
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
  if (known && known.expiresAt > Date.now()) return known.person;
  const heardBefore = heard;
  const [row] = await queryRows(db, findSession(token));
  if (row === undefined) return null;
  const session = rowSchema.parse(row);
  const [now, last] = [Date.now(), session.begunAt.getTime() + MAX_AGE_SECONDS * 1_000];
  const until = Math.min(session.expiresAt.getTime(), last);
  const person = toPerson(session);
  if (until <= now) return null;
  const later = Math.min(now + SESSION_SECONDS * 1_000, last);
  if (until - now < PROLONG_BELOW_MS && later - until > WORTH_PROLONGING_MS) {
    await db.session.updateMany({ where: { id: person.sessionId }, data: { expiresAt: new Date(later) } });
    onProlonged?.();
  } else if (heardBefore === heard) {
    remembered.set(token, { person, expiresAt: endOf(session, until) });
  }
  return person;
}
