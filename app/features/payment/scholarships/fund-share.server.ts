import type { Money } from "#app/features/payment/money/choose-price.ts";
import { paymentRefused } from "#app/features/payment/payment-errors.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import type { ScholarshipFund } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { decisionRefused } from "./scholarship-errors.ts";
import { waivedOf } from "./waived.ts";

async function lockFund(tx: Tx, fundId: string): Promise<ScholarshipFund> {
  await tx.$queryRaw`SELECT 1 FROM "ScholarshipFund" WHERE "id" = ${fundId}::uuid FOR NO KEY UPDATE`;
  const fund = await tx.scholarshipFund.findUnique({ where: { id: fundId } });
  if (!fund) throw notFound();
  return fund;
}

/**
 * Lets a fund bear what a granted scholarship waives, in minor units; null is nobody's money. Returns the amount. Throws
 * `fundClosed`, `fundCurrency`, `fundSpent`, and 404 for no fund.
 */
export async function chargeFund(
  tx: Tx,
  {
    scholarshipId,
    fundId,
    percent,
    price,
  }: { scholarshipId: string; fundId: string | null; percent: number; price: Money },
): Promise<number | null> {
  if (!fundId) return null;
  const fund = await lockFund(tx, fundId);
  if (fund.closedAt) throw decisionRefused("fundClosed");
  if (fund.currency !== price.currency) throw decisionRefused("fundCurrency");
  const amount = waivedOf(price, percent);
  if (fund.grantedAmount + amount > fund.limitAmount) throw decisionRefused("fundSpent");
  await tx.scholarship.update({ where: { id: scholarshipId }, data: { fundId, amount } });
  return amount;
}

/**
 * An order uses a granted scholarship. What its fund bears becomes what is waived now, since prices change between
 * granting and buying: less goes back, more is taken as far as the fund has it. Throws `busy` where another order took
 * the scholarship in this moment: the price is reckoned again then.
 */
export async function spendScholarship(
  tx: Tx,
  {
    scholarshipId,
    orderId,
    price,
    amount,
  }: { scholarshipId: string; orderId: string; price: Money /** What is left to pay. */; amount: number },
): Promise<void> {
  const [used] = await tx.scholarship.updateManyAndReturn({
    where: { id: scholarshipId, orderId: null, state: "granted" },
    data: { orderId },
    select: { fundId: true, amount: true },
  });
  if (!used) throw paymentRefused("busy");
  const { fundId, amount: held } = used;
  const waived = price.amount - amount;
  if (!fundId || held === null || held === waived) return;
  const { currency, limitAmount, grantedAmount, closedAt } = await lockFund(tx, fundId);
  if (currency !== price.currency) return;
  const left = closedAt ? 0 : limitAmount - grantedAmount;
  const borne = Math.min(waived, held + left);
  if (borne !== held) await tx.scholarship.update({ where: { id: scholarshipId }, data: { amount: borne } });
}
