import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { LectureView } from "../playback.ts";
import { countedMonths } from "./data-month.ts";

/** The limit that the actor set herself for a month (10^6 bytes each), and what she spent of this one, in bytes. */
export async function findDataUse({
  db,
  actor,
  clock,
}: Pick<PersonContext, "db" | "actor" | "clock">): Promise<{ limitMb: number | null; usedBytes: number }> {
  const month = new Date(countedMonths(clock.now()).current);
  const { videoBudgetMb, videoDataUse } = await db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { videoBudgetMb: true, videoDataUse: { where: { month }, select: { bytes: true } } },
  });
  return { limitMb: videoBudgetMb, usedBytes: Number(videoDataUse[0]?.bytes ?? 0n) };
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
