import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { LectureView } from "../playback.ts";
import { countedMonths } from "./data-month.ts";

const rowSchema = z.object({ limitMb: z.number().nullable(), usedBytes: z.number() });

/** The limit that the actor set herself for a month (10^6 bytes each), and what she spent of this one, in bytes. */
export async function findDataUse({
  db,
  actor,
  clock,
}: Pick<PersonContext, "db" | "actor" | "clock">): Promise<z.output<typeof rowSchema>> {
  const { current } = countedMonths(clock.now());
  const [row] = await queryRows(
    db,
    Prisma.sql`SELECT u."videoBudgetMb" AS "limitMb", coalesce(d."bytes", 0)::float8 AS "usedBytes" FROM "User" u
      LEFT JOIN "VideoDataUse" d ON d."userId" = u."id" AND d."month" = ${current}::date
      WHERE u."id" = ${actor.id}::uuid`,
  );
  return rowSchema.parse(row);
}

/** The same as the player needs it: null for a guest, and for whoever set no limit. */
export async function findDataBudget(
  ctx: Pick<UseCaseContext, "db" | "actor" | "clock">,
): Promise<LectureView["dataBudget"]> {
  const { actor } = ctx;
  if (!actor) return null;
  const { limitMb, usedBytes } = await findDataUse({ ...ctx, actor });
  return limitMb === null ? null : { limitBytes: limitMb * 1e6, usedBytes };
}
