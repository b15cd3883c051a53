import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { ScholarshipFund } from "#app/platform/db/generated/client.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decisionRefused } from "../scholarship-errors.ts";

type Fund = {
  name: string;
  currency: string;
  /** What may be given in all, in minor units of the currency. */
  limit: number;
};

/** Makes a fund from which scholarships may be granted. Returns its id. For admins: throws 404 to others. */
export async function makeFund(ctx: PersonContext, { name, currency, limit }: Fund): Promise<string> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor)) throw notFound();
  return inTransaction(db, async (tx) => {
    const data = { name, currency, limitAmount: limit, createdAt: clock.now() };
    const { id } = await tx.scholarshipFund.create({ data, select: { id: true } });
    const act = { action: "scholarshipFund.make", subjectType: "scholarshipFund", subjectId: id };
    await writePlainEntry(tx, ctx, { ...act, after: { name, currency, limit } });
    return id;
  });
}

async function lockFund(tx: Tx, id: string): Promise<ScholarshipFund> {
  await tx.$queryRaw`SELECT 1 FROM "ScholarshipFund" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const fund = await tx.scholarshipFund.findUnique({ where: { id } });
  if (!fund) throw notFound();
  return fund;
}

/**
 * Changes a fund's name and limit. For admins: throws 404 to others, and `belowGranted` where more than the new limit is
 * given already.
 */
export async function changeFund(
  ctx: PersonContext,
  { id, name, limit, reason }: Omit<Fund, "currency"> & { id: string; reason: string },
): Promise<void> {
  const { db, actor } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const fund = await lockFund(tx, id);
    if (limit < fund.grantedAmount) throw decisionRefused("belowGranted");
    if (fund.name === name && fund.limitAmount === limit) return;
    await tx.scholarshipFund.update({ where: { id }, data: { name, limitAmount: limit } });
    const act = { action: "scholarshipFund.change", subjectType: "scholarshipFund", subjectId: id, reason };
    const before = { name: fund.name, limit: fund.limitAmount };
    await writePlainEntry(tx, ctx, { ...act, before, after: { name, limit } });
  });
}

/**
 * Closes a fund, so that nothing more is granted from it, or opens it again; what was granted stays. Doing it twice is a
 * success. For admins: throws 404 to others.
 */
export async function closeFund(
  ctx: PersonContext,
  { id, open, reason }: { id: string; open: boolean; reason: string },
): Promise<void> {
  const { db, actor, clock } = ctx;
  if (!isAdmin(actor)) throw notFound();
  await inTransaction(db, async (tx) => {
    const fund = await lockFund(tx, id);
    if ((fund.closedAt === null) === open) return;
    await tx.scholarshipFund.update({ where: { id }, data: { closedAt: open ? null : clock.now() } });
    const action = open ? "scholarshipFund.open" : "scholarshipFund.close";
    await writePlainEntry(tx, ctx, { action, subjectType: "scholarshipFund", subjectId: id, reason });
  });
}
