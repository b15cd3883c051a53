import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { CountryGroupForm } from "./country-group-schema.ts";
import { pricesRefused } from "./prices-errors.ts";

type Context = Pick<PersonContext, "db" | "actor" | "requestId">;

/** All groups by name, with how many prices are for each. Throws 404 to whoever is no admin. */
export async function findCountryGroups({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  if (!isAdmin(actor)) throw notFound();
  const rows = await db.countryGroup.findMany({
    select: { id: true, name: true, countries: true, _count: { select: { prices: true } } },
    orderBy: { name: "asc" },
  });
  return rows.map(({ _count, ...group }) => ({ ...group, prices: _count.prices }));
}

export type CountryGroupInList = Awaited<ReturnType<typeof findCountryGroups>>[number];

/** One group. Throws 404, also to whoever is no admin. */
export async function findCountryGroup(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { id }: { id: string },
): Promise<CountryGroupInList> {
  if (!isAdmin(actor)) throw notFound();
  const row = await db.countryGroup.findUnique({ where: { id }, include: { _count: { select: { prices: true } } } });
  if (!row) throw notFound();
  const { _count, ...group } = row;
  return { ...group, prices: _count.prices };
}

const isTaken = (error: unknown) => error instanceof Error && "code" in error && error.code === "P2002";

/**
 * Makes a group of countries, or changes the one called `id`: its prices hold for those who live there from now on.
 * Throws 404, also to whoever is no admin, and `groupNameTaken`.
 */
export async function saveCountryGroup(
  ctx: Context,
  { id, group }: { id: string | null; group: CountryGroupForm },
): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const work = inTransaction(ctx.db, async (tx) => {
    if (id !== null) await tx.$queryRaw`SELECT 1 FROM "CountryGroup" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    const columns = { name: true, countries: true } as const;
    const before = id === null ? null : await tx.countryGroup.findUnique({ where: { id }, select: columns });
    if (id !== null && !before) throw notFound();
    const saved =
      id === null
        ? await tx.countryGroup.create({ data: group })
        : await tx.countryGroup.update({ where: { id }, data: group });
    await writePlainEntry(tx, ctx, {
      ...{
        action: before ? "countryGroup.change" : "countryGroup.add",
        subjectType: "countryGroup",
        subjectId: saved.id,
      },
      ...(before ? { before } : {}),
      after: group,
    });
  });
  await work.catch((error: unknown) => {
    throw isTaken(error) ? pricesRefused("groupNameTaken") : error;
  });
}

/** Removes a group for which there never was a price. Throws 404, also to whoever is no admin, and `groupInUse`. */
export async function removeCountryGroup(ctx: Context, { id }: { id: string }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "CountryGroup" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const group = await tx.countryGroup.findUnique({ where: { id }, select: { name: true, countries: true } });
    if (!group) throw notFound();
    if ((await tx.price.count({ where: { countryGroupId: id } })) > 0) throw pricesRefused("groupInUse");
    await tx.countryGroup.delete({ where: { id } });
    await writePlainEntry(tx, ctx, {
      ...{ action: "countryGroup.remove", subjectType: "countryGroup", subjectId: id },
      before: group,
    });
  });
}
