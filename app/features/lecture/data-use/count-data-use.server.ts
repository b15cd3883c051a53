import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { countedMonths } from "./data-month.ts";
import type { DataUse } from "./data-use-schema.ts";

/** So many sittings of one person are told apart in two months; what comes from yet another is not counted. */
const MOST_SITTINGS = 2_000;

/**
 * Counts what a sitting of the actor took towards its month. The report says how much it is by now, so that one that
 * comes twice, late or out of order changes nothing. A month that is neither this one nor the one before counts as
 * this one: the clock that said so is wrong.
 */
export async function countDataUse(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { sitting, month: said, bytes }: DataUse,
): Promise<void> {
  const { current, previous } = countedMonths(clock.now());
  const month = said === previous.slice(0, 7) ? previous : current;
  await db.$executeRaw`
    WITH counted AS (
      INSERT INTO "VideoDataSitting" AS s ("userId", "sitting", "month", "bytes")
      SELECT ${actor.id}::uuid, ${sitting}, ${month}::date, ${bytes}::bigint
      WHERE EXISTS (SELECT FROM "VideoDataSitting" WHERE "userId" = ${actor.id}::uuid AND "sitting" = ${sitting})
        OR (SELECT count(*) FROM "VideoDataSitting" WHERE "userId" = ${actor.id}::uuid) < ${MOST_SITTINGS}
      ON CONFLICT ("userId", "sitting") DO UPDATE SET "bytes" = greatest(s."bytes", excluded."bytes")
      RETURNING new."month", new."bytes" - coalesce(old."bytes", 0) AS "added"
    ), past AS (
      DELETE FROM "VideoDataSitting"
      WHERE "userId" = ${actor.id}::uuid AND "month" < ${previous}::date AND "sitting" <> ${sitting}
    )
    INSERT INTO "VideoDataUse" AS u ("userId", "month", "bytes")
    SELECT ${actor.id}::uuid, "month", "added" FROM counted WHERE "added" > 0
    ON CONFLICT ("userId", "month") DO UPDATE SET "bytes" = u."bytes" + excluded."bytes"`;
}
