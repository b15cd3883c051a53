import { z } from "zod";
import { type DbOrTx, queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";

const countsSchema = z.object({
  groupId: z.uuid(),
  used: z.number(),
  /** Invited by mail, and not taken up. */
  invited: z.number(),
  /** Taken to be handed out, and not used. */
  handedOut: z.number(),
  /** Of those who used a code, who has opened a lesson, and who has completed the course. */
  started: z.number(),
  completed: z.number(),
});
export type CodeCounts = Omit<z.output<typeof countsSchema>, "groupId">;

const none: CodeCounts = { used: 0, invited: 0, handedOut: 0, started: 0, completed: 0 };

/** How far the codes of some groups are, in numbers alone; one query. */
export async function countCodes(
  db: DbOrTx,
  { groupIds }: { groupIds: readonly string[] },
): Promise<(groupId: string) => CodeCounts> {
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT c."groupId"::text,
      (count(*) FILTER (WHERE c."usedAt" IS NOT NULL))::int AS "used",
      (count(*) FILTER (WHERE c."usedAt" IS NULL AND c."invitedAt" IS NOT NULL))::int AS "invited",
      (count(*) FILTER (WHERE c."usedAt" IS NULL AND c."handedOutAt" IS NOT NULL))::int AS "handedOut",
      (count(*) FILTER (WHERE e."lastSeenAt" IS NOT NULL OR e."completedAt" IS NOT NULL))::int AS "started",
      (count(*) FILTER (WHERE e."completedAt" IS NOT NULL))::int AS "completed"
    FROM "AccessCode" c LEFT JOIN "Enrolment" e ON e."id" = c."enrolmentId"
    WHERE c."groupId" = ANY(${[...groupIds]}::uuid[]) GROUP BY c."groupId"`,
  );
  const counts = new Map(
    z
      .array(countsSchema)
      .parse(rows)
      .map(({ groupId, ...rest }) => [groupId, rest]),
  );
  return (groupId) => counts.get(groupId) ?? none;
}
