-- AlterTable
ALTER TABLE "OrderRefund" ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "retryOfId" UUID;

-- AlterTable
ALTER TABLE "Reconciliation" ADD COLUMN     "askedById" UUID,
ADD COLUMN     "expected" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stoppedBy" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "OrderRefund_retryOfId_key" ON "OrderRefund"("retryOfId");

-- AddForeignKey
ALTER TABLE "OrderRefund" ADD CONSTRAINT "OrderRefund_retryOfId_fkey" FOREIGN KEY ("retryOfId") REFERENCES "OrderRefund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reconciliation" ADD CONSTRAINT "Reconciliation_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.

-- Until now how an order was paid said how it is refunded.
UPDATE "OrderRefund" r SET "byHand" = true FROM "Order" o WHERE o."id" = r."orderId" AND o."method" <> 'checkout';
ALTER TABLE "OrderRefund" ADD CONSTRAINT "OrderRefund_by_hand_is_not_at_stripe" CHECK (NOT "byHand" OR "stripeRefundId" IS NULL);

-- What an order is looked for by.
CREATE INDEX "Order_search" ON "Order" USING gin (person_search_vector("buyerName", "buyerEmail"));

-- What waits for somebody.
CREATE INDEX "Transfer_waiting" ON "Transfer" ("recordedAt", "id") WHERE "approvedAt" IS NULL AND "rejectedAt" IS NULL;
CREATE INDEX "OrderRefund_by_hand" ON "OrderRefund" ("orderId") WHERE "byHand" AND "state" = 'asked';
