-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('open', 'pending', 'paid', 'partlyRefunded', 'refunded', 'disputed', 'chargedBack', 'expired', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('checkout', 'transfer', 'nothing');

-- CreateEnum
CREATE TYPE "OrderLineKind" AS ENUM ('course', 'programme', 'certificate', 'seats');

-- CreateEnum
CREATE TYPE "SeatState" AS ENUM ('held', 'released', 'given', 'revoked');

-- CreateEnum
CREATE TYPE "OrderEventKind" AS ENUM ('placed', 'checkoutOpened', 'pending', 'paid', 'failed', 'expired', 'cancelled', 'seatGiven', 'noSeat', 'transferRecorded', 'transferRejected', 'refundAsked', 'refunded', 'refundFailed', 'disputeOpened', 'disputeWon', 'disputeLost', 'accessSuspended', 'accessRestored', 'accessRevoked', 'evidenceDue');

-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('asked', 'pending', 'succeeded', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "RefundCause" AS ENUM ('decided', 'noSeat', 'alreadyHeld', 'outside');

-- CreateEnum
CREATE TYPE "TransferKind" AS ENUM ('bank', 'cash');

-- CreateEnum
CREATE TYPE "PriceFor" AS ENUM ('place', 'certificate');

-- CreateEnum
CREATE TYPE "CouponKind" AS ENUM ('percent', 'amount', 'free');

-- CreateEnum
CREATE TYPE "ScholarshipState" AS ENUM ('waiting', 'granted', 'refused', 'withdrawn');

-- AlterEnum
ALTER TYPE "EnrolmentState" ADD VALUE 'suspended';

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "revokedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" SERIAL NOT NULL,
    "buyerId" UUID,
    "buyerName" TEXT NOT NULL,
    "buyerEmail" TEXT NOT NULL,
    "buyerCountry" CHAR(2),
    "locale" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "state" "OrderState" NOT NULL DEFAULT 'open',
    "method" "PaymentMethod" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "paidAmount" INTEGER NOT NULL DEFAULT 0,
    "refundedAmount" INTEGER NOT NULL DEFAULT 0,
    "lostAmount" INTEGER NOT NULL DEFAULT 0,
    "taxAmount" INTEGER NOT NULL DEFAULT 0,
    "seatCount" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "checkoutUrl" TEXT,
    "receiptUrl" TEXT,
    "stripeSessionId" TEXT,
    "stripePaymentIntentId" TEXT,
    "syncs" INTEGER NOT NULL DEFAULT 0,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelAskedAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "OrderLineKind" NOT NULL,
    "courseId" UUID,
    "programmeId" UUID,
    "titles" JSONB NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "listAmount" INTEGER NOT NULL,
    "discountAmount" INTEGER NOT NULL DEFAULT 0,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("orderId","position")
);

-- CreateTable
CREATE TABLE "OrderSeat" (
    "orderId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "cohortId" UUID,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "state" "SeatState" NOT NULL DEFAULT 'held',
    "enrolmentId" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderSeat_pkey" PRIMARY KEY ("orderId","courseId")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "orderId" UUID NOT NULL,
    "kind" "OrderEventKind" NOT NULL,
    "key" TEXT NOT NULL,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "actorId" UUID,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderRefund" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "orderId" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "cause" "RefundCause" NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'asked',
    "keepsAccess" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "stripeRefundId" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderRefund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "orderId" UUID NOT NULL,
    "stripeDisputeId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "evidenceDueAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Transfer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "orderId" UUID NOT NULL,
    "kind" "TransferKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "receivedOn" DATE NOT NULL,
    "recordedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "rejectedById" UUID,
    "rejectedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "sessionId" TEXT,
    "intentId" TEXT,
    "orderId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "StripeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reconciliation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "from" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "compared" INTEGER NOT NULL DEFAULT 0,
    "differences" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CountryGroup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "countries" CHAR(2)[],

    CONSTRAINT "CountryGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Price" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "for" "PriceFor" NOT NULL DEFAULT 'place',
    "courseId" UUID,
    "cohortId" UUID,
    "programmeId" UUID,
    "countryGroupId" UUID,
    "amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "labels" JSONB,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coupon" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "kind" "CouponKind" NOT NULL,
    "percentOff" INTEGER,
    "amountOff" INTEGER,
    "currency" CHAR(3),
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "maxUses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "maxUsesPerPerson" INTEGER DEFAULT 1,
    "disabledAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouponCourse" (
    "couponId" UUID NOT NULL,
    "courseId" UUID NOT NULL,

    CONSTRAINT "CouponCourse_pkey" PRIMARY KEY ("couponId","courseId")
);

-- CreateTable
CREATE TABLE "CouponProgramme" (
    "couponId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,

    CONSTRAINT "CouponProgramme_pkey" PRIMARY KEY ("couponId","programmeId")
);

-- CreateTable
CREATE TABLE "CouponUse" (
    "orderId" UUID NOT NULL,
    "couponId" UUID NOT NULL,
    "userId" UUID,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CouponUse_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "ScholarshipFund" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "limitAmount" INTEGER NOT NULL,
    "grantedAmount" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScholarshipFund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scholarship" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "cohortId" UUID,
    "text" TEXT NOT NULL,
    "state" "ScholarshipState" NOT NULL DEFAULT 'waiting',
    "percent" INTEGER,
    "fundId" UUID,
    "amount" INTEGER,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "orderId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scholarship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessGroup" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "courseId" UUID NOT NULL,
    "cohortId" UUID,
    "seats" INTEGER NOT NULL,
    "seatsUsed" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "coordinatorId" UUID,
    "orderId" UUID,
    "reference" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccessGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessCode" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "groupId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "invitedEmail" TEXT,
    "invitedAt" TIMESTAMPTZ(3),
    "usedById" UUID,
    "usedAt" TIMESTAMPTZ(3),
    "enrolmentId" UUID,

    CONSTRAINT "AccessCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Order_stripeSessionId_key" ON "Order"("stripeSessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Order_stripePaymentIntentId_key" ON "Order"("stripePaymentIntentId");

-- CreateIndex
CREATE INDEX "Order_buyerId_placedAt_idx" ON "Order"("buyerId", "placedAt" DESC);

-- CreateIndex
CREATE INDEX "Order_state_placedAt_id_idx" ON "Order"("state", "placedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_placedAt_id_idx" ON "Order"("placedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "OrderLine_courseId_idx" ON "OrderLine"("courseId");

-- CreateIndex
CREATE INDEX "OrderLine_programmeId_idx" ON "OrderLine"("programmeId");

-- CreateIndex
CREATE INDEX "OrderSeat_courseId_state_idx" ON "OrderSeat"("courseId", "state");

-- CreateIndex
CREATE INDEX "OrderSeat_cohortId_idx" ON "OrderSeat"("cohortId");

-- CreateIndex
CREATE INDEX "OrderEvent_at_idx" ON "OrderEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "OrderEvent_orderId_key_key" ON "OrderEvent"("orderId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "OrderRefund_stripeRefundId_key" ON "OrderRefund"("stripeRefundId");

-- CreateIndex
CREATE INDEX "OrderRefund_orderId_idx" ON "OrderRefund"("orderId");

-- CreateIndex
CREATE INDEX "OrderRefund_state_idx" ON "OrderRefund"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_stripeDisputeId_key" ON "Dispute"("stripeDisputeId");

-- CreateIndex
CREATE INDEX "Dispute_orderId_idx" ON "Dispute"("orderId");

-- CreateIndex
CREATE INDEX "Dispute_closedAt_evidenceDueAt_idx" ON "Dispute"("closedAt", "evidenceDueAt");

-- CreateIndex
CREATE INDEX "Transfer_orderId_idx" ON "Transfer"("orderId");

-- CreateIndex
CREATE INDEX "StripeEvent_receivedAt_idx" ON "StripeEvent"("receivedAt");

-- CreateIndex
CREATE INDEX "Reconciliation_startedAt_idx" ON "Reconciliation"("startedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "CountryGroup_name_key" ON "CountryGroup"("name");

-- CreateIndex
CREATE INDEX "Price_courseId_idx" ON "Price"("courseId");

-- CreateIndex
CREATE INDEX "Price_cohortId_idx" ON "Price"("cohortId");

-- CreateIndex
CREATE INDEX "Price_programmeId_idx" ON "Price"("programmeId");

-- CreateIndex
CREATE UNIQUE INDEX "Coupon_code_key" ON "Coupon"("code");

-- CreateIndex
CREATE INDEX "CouponCourse_courseId_idx" ON "CouponCourse"("courseId");

-- CreateIndex
CREATE INDEX "CouponProgramme_programmeId_idx" ON "CouponProgramme"("programmeId");

-- CreateIndex
CREATE INDEX "CouponUse_couponId_userId_idx" ON "CouponUse"("couponId", "userId");

-- CreateIndex
CREATE INDEX "CouponUse_userId_idx" ON "CouponUse"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Scholarship_orderId_key" ON "Scholarship"("orderId");

-- CreateIndex
CREATE INDEX "Scholarship_state_createdAt_idx" ON "Scholarship"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Scholarship_userId_idx" ON "Scholarship"("userId");

-- CreateIndex
CREATE INDEX "Scholarship_courseId_idx" ON "Scholarship"("courseId");

-- CreateIndex
CREATE INDEX "Scholarship_cohortId_idx" ON "Scholarship"("cohortId");

-- CreateIndex
CREATE INDEX "Scholarship_fundId_idx" ON "Scholarship"("fundId");

-- CreateIndex
CREATE INDEX "AccessGroup_courseId_idx" ON "AccessGroup"("courseId");

-- CreateIndex
CREATE INDEX "AccessGroup_coordinatorId_idx" ON "AccessGroup"("coordinatorId");

-- CreateIndex
CREATE INDEX "AccessGroup_orderId_idx" ON "AccessGroup"("orderId");

-- CreateIndex
CREATE INDEX "AccessGroup_cohortId_idx" ON "AccessGroup"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessCode_code_key" ON "AccessCode"("code");

-- CreateIndex
CREATE INDEX "AccessCode_usedById_idx" ON "AccessCode"("usedById");

-- CreateIndex
CREATE INDEX "AccessCode_enrolmentId_idx" ON "AccessCode"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessCode_groupId_invitedEmail_key" ON "AccessCode"("groupId", "invitedEmail");

-- CreateIndex
CREATE UNIQUE INDEX "AccessCode_groupId_usedById_key" ON "AccessCode"("groupId", "usedById");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_buyerId_fkey" FOREIGN KEY ("buyerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderSeat" ADD CONSTRAINT "OrderSeat_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderSeat" ADD CONSTRAINT "OrderSeat_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderSeat" ADD CONSTRAINT "OrderSeat_cohortId_courseId_fkey" FOREIGN KEY ("cohortId", "courseId") REFERENCES "Cohort"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "OrderSeat" ADD CONSTRAINT "OrderSeat_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderRefund" ADD CONSTRAINT "OrderRefund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderRefund" ADD CONSTRAINT "OrderRefund_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Transfer" ADD CONSTRAINT "Transfer_rejectedById_fkey" FOREIGN KEY ("rejectedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_countryGroupId_fkey" FOREIGN KEY ("countryGroupId") REFERENCES "CountryGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponCourse" ADD CONSTRAINT "CouponCourse_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponCourse" ADD CONSTRAINT "CouponCourse_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponProgramme" ADD CONSTRAINT "CouponProgramme_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponProgramme" ADD CONSTRAINT "CouponProgramme_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponUse" ADD CONSTRAINT "CouponUse_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponUse" ADD CONSTRAINT "CouponUse_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouponUse" ADD CONSTRAINT "CouponUse_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scholarship" ADD CONSTRAINT "Scholarship_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scholarship" ADD CONSTRAINT "Scholarship_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scholarship" ADD CONSTRAINT "Scholarship_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scholarship" ADD CONSTRAINT "Scholarship_fundId_fkey" FOREIGN KEY ("fundId") REFERENCES "ScholarshipFund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scholarship" ADD CONSTRAINT "Scholarship_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scholarship" ADD CONSTRAINT "Scholarship_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGroup" ADD CONSTRAINT "AccessGroup_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGroup" ADD CONSTRAINT "AccessGroup_cohortId_courseId_fkey" FOREIGN KEY ("cohortId", "courseId") REFERENCES "Cohort"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "AccessGroup" ADD CONSTRAINT "AccessGroup_coordinatorId_fkey" FOREIGN KEY ("coordinatorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessGroup" ADD CONSTRAINT "AccessGroup_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "AccessGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_usedById_fkey" FOREIGN KEY ("usedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessCode" ADD CONSTRAINT "AccessCode_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "Enrolment"
  ADD CONSTRAINT "Enrolment_revoked_is_withdrawn" CHECK ("revokedAt" IS NULL OR "state" = 'withdrawn');

ALTER TABLE "Order"
  ADD CONSTRAINT "Order_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Order_amounts_not_negative" CHECK ("amount" >= 0 AND "paidAmount" >= 0 AND "taxAmount" >= 0),
  ADD CONSTRAINT "Order_refunded_within_paid" CHECK ("refundedAmount" BETWEEN 0 AND "paidAmount"),
  ADD CONSTRAINT "Order_lost_within_paid" CHECK ("lostAmount" BETWEEN 0 AND "paidAmount"),
  ADD CONSTRAINT "Order_seats_not_negative" CHECK ("seatCount" >= 0),
  ADD CONSTRAINT "Order_nothing_costs_nothing" CHECK (("method" = 'nothing') = ("amount" = 0)),
  ADD CONSTRAINT "Order_paid_has_time" CHECK (("state" IN ('open', 'pending', 'expired', 'cancelled', 'failed')) = ("paidAt" IS NULL)),
  ADD CONSTRAINT "Order_settled_is_paid" CHECK ("settledAt" IS NULL OR "paidAt" IS NOT NULL),
  ADD CONSTRAINT "Order_paid_by_its_sums" CHECK ("paidAt" IS NULL OR "paidAmount" > 0 OR "amount" = 0),
  ADD CONSTRAINT "Order_only_checkout_is_at_stripe" CHECK ("method" = 'checkout' OR ("stripeSessionId" IS NULL AND "stripePaymentIntentId" IS NULL)),
  ADD CONSTRAINT "Order_syncs_not_negative" CHECK ("syncs" >= 0);

-- One open order of a buyer for one thing, however many tabs she has open.
CREATE UNIQUE INDEX "Order_one_open" ON "Order" ("buyerId", "thing") WHERE "state" IN ('open', 'pending');
-- What is looked after by the clock.
CREATE INDEX "Order_waiting" ON "Order" ("expiresAt") WHERE "state" IN ('open', 'pending');

ALTER TABLE "OrderLine"
  ADD CONSTRAINT "OrderLine_amounts" CHECK ("listAmount" >= 0 AND "discountAmount" >= 0 AND "amount" = "listAmount" - "discountAmount" AND "amount" >= 0),
  ADD CONSTRAINT "OrderLine_quantity_positive" CHECK ("quantity" > 0);

ALTER TABLE "OrderSeat"
  ADD CONSTRAINT "OrderSeat_quantity_positive" CHECK ("quantity" > 0),
  ADD CONSTRAINT "OrderSeat_held_is_no_place" CHECK ("state" IN ('given', 'revoked') OR "enrolmentId" IS NULL);

-- A place is given by one order at a time.
CREATE UNIQUE INDEX "OrderSeat_one_for_a_place" ON "OrderSeat" ("enrolmentId") WHERE "state" = 'given';

ALTER TABLE "OrderEvent"
  ADD CONSTRAINT "OrderEvent_moves_money_by_kind" CHECK (
    ("paid" >= 0) AND ("lost" >= 0)
    AND ("paid" = 0 OR "kind" = 'paid')
    AND ("refunded" = 0 OR ("kind" = 'refunded' AND "refunded" > 0) OR ("kind" = 'refundFailed' AND "refunded" < 0))
    AND ("lost" = 0 OR "kind" = 'disputeLost'));

CREATE TRIGGER "OrderEvent_is_append_only" BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A table without rows may be emptied with those it belongs to.
CREATE FUNCTION refuse_truncation_of_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "OrderEvent") THEN
    RAISE EXCEPTION 'TRUNCATE on "OrderEvent" is refused: rows are only added' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "OrderEvent_is_not_truncated" BEFORE TRUNCATE ON "OrderEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation_of_orders();
CREATE TRIGGER "OrderLine_is_frozen" BEFORE UPDATE OF "orderId", "position", "kind", "titles", "quantity", "listAmount", "discountAmount", "amount"
  ON "OrderLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The sums of an order are those of its events, and change by them alone.
CREATE FUNCTION add_up_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."paid" <> 0 OR NEW."refunded" <> 0 OR NEW."lost" <> 0 THEN
    UPDATE "Order" SET "paidAmount" = "paidAmount" + NEW."paid",
      "refundedAmount" = "refundedAmount" + NEW."refunded",
      "lostAmount" = "lostAmount" + NEW."lost"
    WHERE "id" = NEW."orderId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "OrderEvent_adds_up" AFTER INSERT ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION add_up_order();

CREATE FUNCTION refuse_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The sums of an order are changed by its events alone' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Order_sums_by_events" BEFORE UPDATE OF "paidAmount", "refundedAmount", "lostAmount" ON "Order" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0 AND (OLD."paidAmount", OLD."refundedAmount", OLD."lostAmount")
    IS DISTINCT FROM (NEW."paidAmount", NEW."refundedAmount", NEW."lostAmount"))
  EXECUTE FUNCTION refuse_sums();
CREATE TRIGGER "Order_begins_with_nothing" BEFORE INSERT ON "Order" FOR EACH ROW
  WHEN (NEW."paidAmount" <> 0 OR NEW."refundedAmount" <> 0 OR NEW."lostAmount" <> 0)
  EXECUTE FUNCTION refuse_sums();
-- What was agreed is frozen.
CREATE TRIGGER "Order_terms_are_frozen" BEFORE UPDATE ON "Order" FOR EACH ROW
  WHEN ((OLD."amount", OLD."currency", OLD."thing", OLD."seatCount", OLD."number") IS DISTINCT FROM
    (NEW."amount", NEW."currency", NEW."thing", NEW."seatCount", NEW."number"))
  EXECUTE FUNCTION refuse_change();

ALTER TABLE "OrderRefund" ADD CONSTRAINT "OrderRefund_amount_positive" CHECK ("amount" > 0);
ALTER TABLE "OrderRefund" ADD CONSTRAINT "OrderRefund_ended_has_time" CHECK (("state" IN ('succeeded', 'failed', 'cancelled')) = ("endedAt" IS NOT NULL));

-- More is never asked back than was paid, whatever becomes of each refund.
CREATE FUNCTION check_refunds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most INTEGER;
  asked BIGINT;
BEGIN
  SELECT "paidAmount" INTO most FROM "Order" WHERE "id" = NEW."orderId" FOR NO KEY UPDATE;
  SELECT coalesce(sum("amount"), 0) INTO asked FROM "OrderRefund"
    WHERE "orderId" = NEW."orderId" AND "state" IN ('asked', 'pending', 'succeeded');
  IF asked > most THEN
    RAISE EXCEPTION 'Refunds of % are more than the % that was paid', asked, most USING ERRCODE = 'check_violation', CONSTRAINT = 'OrderRefund_within_paid';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "OrderRefund_within_paid" AFTER INSERT OR UPDATE OF "amount", "state" ON "OrderRefund" FOR EACH ROW EXECUTE FUNCTION check_refunds();

ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_amount_positive" CHECK ("amount" > 0);

ALTER TABLE "Transfer"
  ADD CONSTRAINT "Transfer_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "Transfer_has_reference" CHECK (btrim("reference") <> ''),
  ADD CONSTRAINT "Transfer_decided_once" CHECK ("approvedAt" IS NULL OR "rejectedAt" IS NULL);
-- One transfer pays an order, and one payment is recorded once.
CREATE UNIQUE INDEX "Transfer_one_for_an_order" ON "Transfer" ("orderId") WHERE "rejectedAt" IS NULL;
CREATE UNIQUE INDEX "Transfer_one_for_a_reference" ON "Transfer" ("kind", lower(btrim("reference"))) WHERE "rejectedAt" IS NULL;

ALTER TABLE "CountryGroup"
  ADD CONSTRAINT "CountryGroup_has_countries" CHECK (cardinality("countries") > 0);

ALTER TABLE "Price"
  ADD CONSTRAINT "Price_amount_not_negative" CHECK ("amount" >= 0),
  ADD CONSTRAINT "Price_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Price_of_one_thing" CHECK (num_nonnulls("courseId", "cohortId", "programmeId") = 1),
  ADD CONSTRAINT "Price_window_in_order" CHECK ("startsAt" < "endsAt");

ALTER TABLE "Coupon"
  ADD CONSTRAINT "Coupon_code_form" CHECK ("code" ~ '^[A-Z0-9][A-Z0-9-]{2,39}$'),
  ADD CONSTRAINT "Coupon_says_how_much" CHECK (
    ("kind" = 'percent') = ("percentOff" IS NOT NULL)
    AND ("kind" = 'amount') = ("amountOff" IS NOT NULL AND "currency" IS NOT NULL)
    AND ("amountOff" IS NULL) = ("currency" IS NULL)),
  ADD CONSTRAINT "Coupon_percent" CHECK ("percentOff" BETWEEN 1 AND 100),
  ADD CONSTRAINT "Coupon_amount" CHECK ("amountOff" > 0),
  ADD CONSTRAINT "Coupon_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Coupon_window_in_order" CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT "Coupon_limits" CHECK ("maxUses" > 0 AND "maxUsesPerPerson" > 0),
  ADD CONSTRAINT "Coupon_not_overused" CHECK ("uses" >= 0 AND ("maxUses" IS NULL OR "uses" <= "maxUses"));

ALTER TABLE "ScholarshipFund"
  ADD CONSTRAINT "ScholarshipFund_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "ScholarshipFund_not_overspent" CHECK ("grantedAmount" BETWEEN 0 AND "limitAmount");

ALTER TABLE "Scholarship"
  ADD CONSTRAINT "Scholarship_percent" CHECK ("percent" BETWEEN 1 AND 100),
  ADD CONSTRAINT "Scholarship_amount" CHECK ("amount" >= 0),
  ADD CONSTRAINT "Scholarship_fund_bears" CHECK (("fundId" IS NULL) = ("amount" IS NULL)),
  ADD CONSTRAINT "Scholarship_granted_says_how_much" CHECK ("state" <> 'granted' OR ("percent" IS NOT NULL AND "decidedAt" IS NOT NULL)),
  ADD CONSTRAINT "Scholarship_used_is_granted" CHECK ("orderId" IS NULL OR "state" = 'granted');
-- One at a time for a learner and course: until it is refused, taken back, or used.
CREATE UNIQUE INDEX "Scholarship_one_at_a_time" ON "Scholarship" ("userId", "courseId")
  WHERE "state" = 'waiting' OR ("state" = 'granted' AND "orderId" IS NULL);

ALTER TABLE "AccessGroup"
  ADD CONSTRAINT "AccessGroup_seats_not_overused" CHECK ("seats" > 0 AND "seatsUsed" BETWEEN 0 AND "seats");
ALTER TABLE "AccessCode"
  ADD CONSTRAINT "AccessCode_form" CHECK ("code" ~ '^[A-Z0-9]{4}(-[A-Z0-9]{4}){2,3}$'),
  ADD CONSTRAINT "AccessCode_used_has_time" CHECK ("usedById" IS NULL OR "usedAt" IS NOT NULL);
