import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { countCodes } from "./count-codes.server.ts";
import { coordinatedBy } from "./group-access.ts";
import { freeCode } from "./look-at-invitees.server.ts";
import { openMyGroup } from "./open-my-group.server.ts";
import { groupColumns, presentGroup } from "./present-group.ts";

const MOST_GROUPS = 100;
const INVITATIONS_PER_PAGE = 50;

type Context = Pick<PersonContext, "db" | "actor" | "clock">;

/** The groups that the actor coordinates, the newest first, with how their seats stand. */
export async function findMyGroups({ db, actor, clock }: Context) {
  const rows = await db.accessGroup.findMany({
    where: coordinatedBy(actor),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_GROUPS,
    select: groupColumns,
  });
  const countsOf = await countCodes(db, { groupIds: rows.map(({ id }) => id) });
  return rows.map((row) => presentGroup(row, { counts: countsOf(row.id), now: clock.now() }));
}

/** How many groups the actor coordinates. */
export function countMyGroups({ db, actor }: Pick<Context, "db" | "actor">): Promise<number> {
  return db.accessGroup.count({ where: coordinatedBy(actor) });
}

async function findInvitations({ db }: Pick<Context, "db">, { groupId, before }: { groupId: string; before?: string }) {
  const cursor = decodeCursor(before);
  const back = cursor?.direction === "before";
  const edge = back ? "gt" : "lt";
  const from = cursor && {
    OR: [{ invitedAt: { [edge]: cursor.at } }, { invitedAt: cursor.at, id: { [edge]: cursor.id } }],
  };
  const order = back ? "asc" : "desc";
  const found = await db.accessCode.findMany({
    where: { groupId, usedAt: null, invitedAt: { not: null }, ...from },
    orderBy: [{ invitedAt: order }, { id: order }],
    take: INVITATIONS_PER_PAGE + 1,
    select: { id: true, invitedEmail: true, invitedName: true, invitedAt: true, invitedLocale: true },
  });
  const rows = found.flatMap(({ id, invitedEmail: email, invitedName: name, invitedAt, invitedLocale }) =>
    email && invitedAt ? [{ id, email, name, invitedAt, locale: isLocale(invitedLocale) ? invitedLocale : null }] : [],
  );
  return turnPage(rows, { cursor, size: INVITATIONS_PER_PAGE, timeOf: ({ invitedAt }) => invitedAt });
}

/**
 * A group of the actor's: how its seats stand in numbers, and the invitations that nobody has taken up, the newest first.
 * Of those who learn it says no names. Throws 404 where it is not hers.
 */
export async function findMyGroup(ctx: Context, { groupId, cursor }: { groupId: string; cursor?: string | undefined }) {
  await openMyGroup(ctx, { groupId });
  const [row, countsOf, invitations, free] = await Promise.all([
    ctx.db.accessGroup.findUniqueOrThrow({ where: { id: groupId }, select: groupColumns }),
    countCodes(ctx.db, { groupIds: [groupId] }),
    findInvitations(ctx, { groupId, before: cursor }),
    ctx.db.accessCode.count({ where: { groupId, ...freeCode } }),
  ]);
  const group = presentGroup(row, { counts: countsOf(groupId), now: ctx.clock.now() });
  return { ...group, free: group.open ? free : 0, invitations };
}

export type MyGroup = Awaited<ReturnType<typeof findMyGroup>>;
