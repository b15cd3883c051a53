import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decodeCursor, type TimeCursor, turnPage } from "#app/platform/http/time-cursor.ts";
import { countCodes } from "./count-codes.server.ts";
import type { GroupFilters } from "./group-filters.ts";
import { groupColumns, presentGroup } from "./present-group.ts";

const GROUPS_PER_PAGE = 30;

const columns = {
  ...groupColumns,
  ...{ reference: true, coordinatorEmail: true },
  coordinator: { select: { name: true, email: true } },
  order: { select: { number: true } },
} satisfies Prisma.AccessGroupSelect;

type Context = Pick<PersonContext, "db" | "actor" | "clock">;
type Row = Prisma.AccessGroupGetPayload<{ select: typeof columns }>;

const isOpenNow = (now: Date) =>
  Prisma.sql`(g."closedAt" IS NULL AND (g."expiresAt" IS NULL OR g."expiresAt" > ${now}))`;

/** Groups "g" of a state that are found by a text in their name, reference or coordinator. */
function conditions({ q, state }: GroupFilters, now: Date): Prisma.Sql {
  const open = isOpenNow(now);
  const ofState = state === undefined ? Prisma.sql`true` : state === "open" ? open : Prisma.sql`NOT ${open}`;
  if (q === undefined) return ofState;
  return Prisma.sql`${ofState} AND g."id" IN (
    SELECT s."id" FROM "AccessGroup" s
    WHERE person_search_vector(s."name", s."reference" || ' ' || coalesce(s."coordinatorEmail", '')) @@ search_query(${q})
    UNION
    SELECT s."id" FROM "User" u JOIN "AccessGroup" s ON s."coordinatorId" = u."id"
    WHERE person_search_vector(u."name", u."email") @@ search_query(${q}))`;
}

async function pickIds(
  { db, clock }: Pick<Context, "db" | "clock">,
  { filters, cursor }: { filters: GroupFilters; cursor: TimeCursor | undefined },
): Promise<string[]> {
  const back = cursor?.direction === "before";
  const way = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const from = cursor
    ? Prisma.sql`AND (g."createdAt", g."id") ${back ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const rows = await queryRows(
    db,
    Prisma.sql`SELECT g."id"::text FROM "AccessGroup" g WHERE ${conditions(filters, clock.now())} ${from}
      ORDER BY g."createdAt" ${way}, g."id" ${way} LIMIT ${GROUPS_PER_PAGE + 1}`,
  );
  return z
    .array(z.object({ id: z.uuid() }))
    .parse(rows)
    .map(({ id }) => id);
}

function present(row: Row, { countsOf, now }: { countsOf: Awaited<ReturnType<typeof countCodes>>; now: Date }) {
  const { reference, coordinator, coordinatorEmail, order, ...group } = row;
  return {
    ...presentGroup(group, { counts: countsOf(group.id), now }),
    reference,
    /** Without a name where she has no account yet; null where hers is gone. */
    coordinator: coordinator ?? (coordinatorEmail ? { name: null, email: coordinatorEmail } : null),
    orderNumber: order?.number ?? null,
  };
}

export type AdminGroup = ReturnType<typeof present>;

/**
 * One page of the groups that pass the filters, the newest first, with cursors to the pages beside it. Throws 404 for all
 * but admins.
 */
export async function findGroups(
  ctx: Context,
  { cursor: given, ...filters }: GroupFilters & { cursor?: string | undefined },
) {
  if (!isAdmin(ctx.actor)) throw notFound();
  const cursor = decodeCursor(given);
  const ids = await pickIds(ctx, { filters, cursor });
  const [rows, countsOf] = await Promise.all([
    ctx.db.accessGroup.findMany({ where: { id: { in: ids } }, select: columns }),
    countCodes(ctx.db, { groupIds: ids }),
  ]);
  const found = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const page = turnPage(found, { cursor, size: GROUPS_PER_PAGE, timeOf: ({ createdAt }) => createdAt });
  return { ...page, groups: page.rows.map((row) => present(row, { countsOf, now: ctx.clock.now() })) };
}

/** One group with what was done with it, the newest first. Throws 404 for all but admins, and where there is none. */
export async function findGroup({ db, actor, clock }: Context, { groupId }: { groupId: string }) {
  if (!isAdmin(actor)) throw notFound();
  const [row, countsOf, acts] = await Promise.all([
    db.accessGroup.findUnique({ where: { id: groupId }, select: columns }),
    countCodes(db, { groupIds: [groupId] }),
    db.auditEntry.findMany({
      where: { subjectType: "accessGroup", subjectId: groupId },
      orderBy: { at: "desc" },
      select: { id: true, at: true, action: true, reason: true, actorId: true },
    }),
  ]);
  if (!row) throw notFound();
  const people = await db.user.findMany({
    where: { id: { in: acts.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const history = acts.map(({ actorId, ...act }) => ({ ...act, by: nameOf(actorId) }));
  return { ...present(row, { countsOf, now: clock.now() }), history };
}

export type GroupRecord = Awaited<ReturnType<typeof findGroup>>;
