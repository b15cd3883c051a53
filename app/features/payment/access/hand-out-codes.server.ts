import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { drawAccessCode } from "./access-code.ts";
import { groupRefused } from "./group-errors.ts";
import { isOpenGroup } from "./lock-group.server.ts";
import { freeCode } from "./look-at-invitees.server.ts";
import { lockMyGroup, openMyGroup } from "./open-my-group.server.ts";

const handedOut = { usedAt: null, handedOutAt: { not: null } };

type Context = Pick<PersonContext, "db" | "actor" | "clock">;

/**
 * Takes codes for the coordinator to hand out herself, on paper or as she likes: nobody is invited by mail with these any
 * more. Throws 404 to others than her; `groupClosed`, `noSeatLeft`.
 */
export async function handOutCodes(
  { db, actor, clock }: Context,
  { groupId, seats }: { groupId: string; seats: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const now = clock.now();
    const group = await lockMyGroup(tx, { actor, groupId });
    if (!isOpenGroup(group, now)) throw groupRefused("groupClosed");
    const free = await tx.accessCode.findMany({
      where: { groupId, ...freeCode },
      orderBy: { id: "asc" },
      take: seats,
      select: { id: true },
    });
    if (free.length < seats) throw groupRefused("noSeatLeft", { free: free.length, wanted: seats });
    await tx.accessCode.updateMany({ where: { id: { in: free.map(({ id }) => id) } }, data: { handedOutAt: now } });
  });
}

/**
 * Takes back all codes that were handed out and that nobody has used: they give nothing any more, and their seats are
 * free. Returns how many. Throws 404 to others than the coordinator.
 */
export async function takeBackCodes({ db, actor }: Context, { groupId }: { groupId: string }): Promise<number> {
  return inTransaction(db, async (tx) => {
    await lockMyGroup(tx, { actor, groupId });
    const codes = await tx.accessCode.findMany({ where: { groupId, ...handedOut }, select: { id: true } });
    const ids = codes.map(({ id }) => id);
    const fresh = ids.map(drawAccessCode);
    await tx.$executeRaw`
      UPDATE "AccessCode" c SET "code" = v."code", "handedOutAt" = NULL
      FROM unnest(${ids}::uuid[], ${fresh}::text[]) AS v("id", "code") WHERE c."id" = v."id"`;
    return ids.length;
  });
}

/** The codes that were taken to be handed out and that nobody has used, in the order in which they were. */
export async function findHandedOutCodes(
  ctx: Pick<PersonContext, "db" | "actor">,
  { groupId }: { groupId: string },
): Promise<string[]> {
  await openMyGroup(ctx, { groupId });
  const codes = await ctx.db.accessCode.findMany({
    where: { groupId, ...handedOut },
    orderBy: [{ handedOutAt: "asc" }, { id: "asc" }],
    select: { code: true },
  });
  return codes.map(({ code }) => code);
}
