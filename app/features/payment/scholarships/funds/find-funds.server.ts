import { findSettings } from "#app/features/setting/find-settings.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { readScholarships, type ScholarshipRow } from "../find-scholarships.server.ts";
import { scholarshipStatus } from "../scholarship-filters.ts";

const columns = {
  ...{ id: true, name: true, currency: true, limitAmount: true, grantedAmount: true, closedAt: true, createdAt: true },
  _count: { select: { scholarships: { where: { state: "granted" as const } } } },
};

/** All funds, those that are open first, and in which currencies one may be made. Throws 404 for all but admins. */
export async function findFunds({ db, actor }: Pick<PersonContext, "db" | "actor">) {
  if (!isAdmin(actor)) throw notFound();
  const [rows, { currencies }] = await Promise.all([
    db.scholarshipFund.findMany({
      orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
      select: columns,
    }),
    findSettings(db),
  ]);
  return { currencies, funds: rows.map(({ _count, ...fund }) => ({ ...fund, scholarships: _count.scholarships })) };
}

export type FundInList = Awaited<ReturnType<typeof findFunds>>["funds"][number];

const MOST_SHOWN = 30;

const present = (row: ScholarshipRow) => ({ ...row, status: scholarshipStatus(row) });

/** One fund with the scholarships that it bore last, and by whom. Throws 404 for all but admins, and where there is none. */
export async function findFund({ db, actor }: Pick<PersonContext, "db" | "actor">, { id }: { id: string }) {
  if (!isAdmin(actor)) throw notFound();
  const found = await db.scholarshipFund.findUnique({ where: { id }, select: columns });
  if (!found) throw notFound();
  const filters = { status: "all" as const, fund: id };
  const [unused, rows] = await Promise.all([
    db.scholarship.aggregate({ where: { fundId: id, state: "granted", orderId: null }, _sum: { amount: true } }),
    readScholarships(db, { filters, cursor: undefined, limit: MOST_SHOWN + 1 }),
  ]);
  const { _count, ...fund } = found;
  return {
    ...fund,
    scholarships: _count.scholarships,
    /** Of what was granted, what nobody used yet. */
    unusedAmount: unused._sum.amount ?? 0,
    newest: rows.slice(0, MOST_SHOWN).map(present),
    more: rows.length > MOST_SHOWN,
  };
}

export type FundShown = Awaited<ReturnType<typeof findFund>>;
