import type { Db } from "#app/platform/db/client.server.ts";
import type { Difference } from "./differences.ts";

type Broken = { orderId: string; detail: string };

/**
 * Orders that do not fit together by themselves: sums that are not those of the ledger; paid ones with neither their
 * seats nor a refund, unless a bank took all of the money; unpaid ones that gave a seat; refunds in the ledger other
 * than in the refunds. Always none, unless somebody changed the tables by hand.
 */
export async function findBrokenOrders(db: Db): Promise<Difference[]> {
  const broken = await db.$queryRaw<Broken[]>`
    WITH ledger AS (
      SELECT "orderId", sum("paid") AS "paid", sum("refunded") AS "refunded", sum("lost") AS "lost"
      FROM "OrderEvent" GROUP BY "orderId"
    ), seats AS (
      SELECT "orderId", count(*) FILTER (WHERE "state" IN ('given', 'revoked')) AS "given",
        count(*) FILTER (WHERE "state" = 'held') AS "held" FROM "OrderSeat" GROUP BY "orderId"
    ), back AS (
      SELECT "orderId", sum("amount") FILTER (WHERE "state" IN ('asked', 'pending', 'succeeded')) AS "asked",
        sum("amount") FILTER (WHERE "state" = 'succeeded') AS "done", bool_or("state" = 'failed') AS "failed"
      FROM "OrderRefund" GROUP BY "orderId"
    )
    SELECT o."id" AS "orderId", w."why" AS "detail"
    FROM "Order" o
    LEFT JOIN ledger l ON l."orderId" = o."id"
    LEFT JOIN seats s ON s."orderId" = o."id"
    LEFT JOIN back b ON b."orderId" = o."id"
    CROSS JOIN LATERAL (VALUES
      ('sums', (o."paidAmount", o."refundedAmount", o."lostAmount")
        <> (coalesce(l."paid", 0), coalesce(l."refunded", 0), coalesce(l."lost", 0))),
      ('refunds', coalesce(b."done", 0) <> o."refundedAmount"),
      ('noSeatNoRefund', o."paidAt" IS NOT NULL AND coalesce(b."asked", 0) = 0 AND o."paidAmount" > o."lostAmount"
        AND (coalesce(s."given", 0) < o."seatCount" OR (o."thing" LIKE 'certificate:%' AND NOT EXISTS (
          SELECT 1 FROM "OrderEvent" e WHERE e."orderId" = o."id" AND e."kind" = 'seatGiven')))),
      ('unsettled', o."paidAt" IS NOT NULL AND o."settledAt" IS NULL),
      ('seatUnpaid', o."paidAt" IS NULL AND (coalesce(s."given", 0) > 0
        OR EXISTS (SELECT 1 FROM "CertificateRight" t WHERE t."orderId" = o."id"))),
      ('seatHeldForNothing', o."state" NOT IN ('open', 'pending') AND coalesce(s."held", 0) > 0),
      ('refundFailed', coalesce(b."failed", false) AND coalesce(b."asked", 0) = 0 AND o."paidAmount" > o."lostAmount")
    ) AS w("why", "is")
    WHERE w."is"`;
  return broken.map(({ orderId, detail }) => ({ kind: "broken", orderId, sessionId: null, detail, mended: false }));
}
