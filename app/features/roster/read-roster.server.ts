import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { EnrolmentState } from "#app/platform/db/generated/enums.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { matchedBy, rosterConditions, stateCondition } from "./roster-conditions.server.ts";
import type { RosterCursor } from "./roster-cursor.server.ts";
import type { RosterChoice, RosterSort } from "./roster-filters.ts";

const rowSchema = z.object({
  enrolmentId: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(EnrolmentState),
  enrolledAt: z.date(),
  lastSeenAt: z.date().nullable(),
  completedAt: z.date().nullable(),
  /** Until when she may read; null is for ever. */
  accessUntil: z.date().nullable(),
  /** That this is over, before she finished. */
  ended: z.boolean(),
  completedRequired: z.number(),
  required: z.number(),
  /** Completed of what is required, in ten-thousandths. */
  progress: z.number(),
  cohortNames: translatedSchema.nullable(),
});

export type RosterRow = z.infer<typeof rowSchema>;

const progress = Prisma.sql`
  CASE WHEN e."required" = 0 THEN 0 ELSE e."completedRequired" * 10000 / e."required" END`;
const seenAt = Prisma.sql`coalesce(e."lastSeenAt", 'epoch'::timestamptz)`;

const orders: Record<RosterSort, { key: Prisma.Sql; falling: boolean; cast: Prisma.Sql }> = {
  enrolled: { key: Prisma.sql`e."enrolledAt"`, falling: true, cast: Prisma.sql`::timestamptz` },
  name: { key: Prisma.sql`u."name" COLLATE "und-x-icu"`, falling: false, cast: Prisma.sql`::text` },
  seen: { key: seenAt, falling: true, cast: Prisma.sql`::timestamptz` },
  unseen: { key: seenAt, falling: false, cast: Prisma.sql`::timestamptz` },
  furthest: { key: progress, falling: true, cast: Prisma.sql`::int` },
  least: { key: progress, falling: false, cast: Prisma.sql`::int` },
};

/** Where a learner stands in a roster of this order. */
export function placeOf(row: RosterRow, sort: RosterSort): RosterCursor {
  const id = row.enrolmentId;
  if (sort === "name") return { key: row.name, id };
  if (sort === "enrolled") return { key: row.enrolledAt.toISOString(), id };
  if (sort === "seen" || sort === "unseen") return { key: (row.lastSeenAt ?? new Date(0)).toISOString(), id };
  return { key: String(row.progress), id };
}

type Asked = { courseId: string; choice: RosterChoice; cursor: RosterCursor | undefined; limit: number; now: Date };

/** The statement that reads learners of a course, those next after the cursor first. */
export function rosterStatement({ courseId, choice, cursor, limit, now }: Asked): Prisma.Sql {
  const { key, falling, cast } = orders[choice.sort];
  const way = falling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = falling ? Prisma.sql`<` : Prisma.sql`>`;
  const from = cursor
    ? Prisma.sql`AND (${key}, e."id") ${beyond} (${cursor.key}${cast}, ${cursor.id}::uuid)`
    : Prisma.empty;
  const state = choice.state ? Prisma.sql`AND ${stateCondition(choice.state, now)}` : Prisma.empty;
  // Only the order by names needs all their names; else those of one page are enough.
  const named = choice.sort === "name" ? Prisma.sql`JOIN "User" u ON u."id" = e."userId"` : Prisma.empty;
  return Prisma.sql`
    WITH ${matchedBy(choice.q)}, "picked" AS MATERIALIZED (
      SELECT e.* FROM "Enrolment" e ${named}
      WHERE ${rosterConditions(courseId, choice)} ${state} ${from}
      ORDER BY ${key} ${way}, e."id" ${way} LIMIT ${limit}
    )
    SELECT e."id"::text AS "enrolmentId", u."name", u."email", e."state", e."enrolledAt", e."lastSeenAt",
      e."completedAt", e."accessUntil", e."completedRequired", e."required", ${progress} AS "progress",
      ${stateCondition("ended", now)} AS "ended",
      (SELECT k."names" FROM "Cohort" k WHERE k."id" = e."cohortId") AS "cohortNames"
    FROM "picked" e JOIN "User" u ON u."id" = e."userId" ORDER BY ${key} ${way}, e."id" ${way}`;
}

/** Learners of a course in one query; `limit` at most. */
export async function readRoster(db: DbOrTx, asked: Asked): Promise<RosterRow[]> {
  return z.array(rowSchema).parse(await queryRows(db, rosterStatement(asked)));
}
