import type { Tx } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import {
  type Erasing,
  nobody,
  ofOrder,
  ofUser,
  type PersonalData,
} from "#app/platform/personal-data/personal-table.ts";

/** Records stay, and lead to nobody: only an invoice still names its buyer, which the law asks of it. */
async function eraseBuyer(tx: Tx, { whose: { id, email } }: Erasing): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OrderSeat" s SET "enrolmentId" = NULL FROM "Order" o WHERE o."id" = s."orderId" AND o."buyerId" = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE "AccessCode" SET "invitedEmail" = NULL, "invitedName" = '', "invitedLocale" = NULL, "invitedAt" = NULL,
      "enrolmentId" = CASE WHEN "usedById" = ${id}::uuid THEN NULL ELSE "enrolmentId" END,
      "usedById" = nullif("usedById", ${id}::uuid)
    WHERE "usedById" = ${id}::uuid OR "invitedEmail" = ${email}`;
  await tx.$executeRaw`
    UPDATE "AccessGroup" SET "coordinatorId" = nullif("coordinatorId", ${id}::uuid),
      "coordinatorEmail" = nullif("coordinatorEmail", ${email})
    WHERE "coordinatorId" = ${id}::uuid OR "coordinatorEmail" = ${email}`;
  await tx.$executeRaw`UPDATE "CouponUse" SET "userId" = NULL WHERE "userId" = ${id}::uuid`;
  // Last of all: what else hangs on her orders is found by it.
  await tx.$executeRaw`
    UPDATE "Order" SET "buyerId" = NULL, "buyerName" = ${nobody}, "checkoutUrl" = NULL, "receiptUrl" = NULL,
      "buyerEmail" = 'erased-' || "id" || '@erased.invalid'
    WHERE "buyerId" = ${id}::uuid`;
}

const byHand = { act: "byHand", why: "records" } as const;
const kept = { act: "keep", why: "records" } as const;

/** What buying keeps about people. */
export const paymentData: PersonalData = {
  tables: [
    {
      table: "BillingDetails",
      hers: ofUser("userId"),
      gives: ["name", "address", "taxNumber", "updatedAt"],
      withholds: { inner: ["userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Scholarship",
      hers: ofUser("userId"),
      gives: ["courseId", "cohortId", "text", "state", "percent", "reason", "createdAt", "decidedAt"],
      withholds: { others: ["decidedById", "fundId", "amount"], inner: ["id", "userId", "orderId"] },
      onErasure: {
        ...{ act: "keep", why: "records" },
        clear: { text: nobody, reason: Prisma.sql`CASE WHEN t."reason" IS NOT NULL THEN ${nobody} END` },
      },
    },
    {
      table: "OrderLine",
      hers: ofOrder,
      gives: ["kind", "titles", "quantity", "listAmount", "discountAmount", "amount", "deductions"],
      withholds: { inner: ["orderId", "position", "courseId", "programmeId"] },
      onErasure: kept,
    },
    {
      table: "OrderEvent",
      hers: ofOrder,
      gives: ["kind", "paid", "refunded", "lost", "at"],
      withholds: { inner: ["id", "orderId", "key", "detail"], others: ["actorId"] },
      onErasure: kept,
    },
    {
      table: "OrderRefund",
      hers: ofOrder,
      gives: ["amount", "cause", "state", "keepsAccess", "reason", "askedAt", "endedAt"],
      withholds: { inner: ["id", "orderId", "byHand", "retryOfId", "stripeRefundId", "tries"], others: ["askedById"] },
      onErasure: kept,
    },
    {
      table: "Dispute",
      hers: ofOrder,
      gives: ["amount", "reason", "status", "openedAt", "closedAt"],
      withholds: { inner: ["id", "orderId", "stripeDisputeId", "evidenceDueAt"] },
      onErasure: kept,
    },
    {
      table: "Transfer",
      hers: ofOrder,
      gives: ["kind", "reference", "amount", "receivedOn", "recordedAt", "approvedAt", "rejectedAt"],
      withholds: { inner: ["id", "orderId"], others: ["recordedById", "approvedById", "rejectedById"] },
      onErasure: kept,
    },
    {
      table: "Invoice",
      hers: ofOrder,
      gives: ["kind", "year", "position", "currency", "amount", "taxAmount", "content", "issuedAt", "voidedAt"],
      withholds: { inner: ["id", "orderId", "refundId", "locale", "struckAt"] },
      onErasure: kept,
    },
    {
      table: "OrderSeat",
      hers: ofOrder,
      gives: ["courseId", "cohortId", "quantity", "state", "changedAt"],
      withholds: { inner: ["orderId", "enrolmentId"] },
      onErasure: byHand,
    },
    {
      table: "CouponUse",
      hers: ofUser("userId"),
      gives: ["releasedAt"],
      withholds: { inner: ["orderId", "couponId", "userId"] },
      onErasure: byHand,
    },
    {
      table: "AccessGroup",
      hers: ({ id, email }) => Prisma.sql`(t."coordinatorId" = ${id}::uuid OR t."coordinatorEmail" = ${email})`,
      gives: [
        "name",
        "courseId",
        "cohortId",
        "seats",
        "seatsUsed",
        "expiresAt",
        "closedAt",
        "createdAt",
        "coordinatorEmail",
      ],
      withholds: { inner: ["id", "coordinatorId", "orderId", "reference"] },
      onErasure: byHand,
    },
    {
      table: "AccessCode",
      hers: ({ id, email }) => Prisma.sql`(t."usedById" = ${id}::uuid OR t."invitedEmail" = ${email})`,
      gives: ["invitedEmail", "invitedName", "invitedLocale", "invitedAt", "usedAt"],
      withholds: { secret: ["code"], inner: ["id", "groupId", "usedById", "enrolmentId", "handedOutAt"] },
      onErasure: byHand,
    },
    {
      table: "Order",
      hers: ofUser("buyerId"),
      gives: [
        ...["number", "buyerName", "buyerEmail", "buyerCountry", "state", "method", "currency", "amount"],
        ...["paidAmount", "refundedAmount", "lostAmount", "taxAmount", "seatCount", "placedAt", "paidAt"],
        ...["settledAt", "receiptUrl"],
      ],
      withholds: {
        secret: ["checkoutUrl"],
        inner: [
          ...["id", "buyerId", "locale", "thing", "origin", "stripeSessionId", "stripePaymentIntentId", "syncs"],
          ...["expiresAt", "cancelAskedAt", "updatedAt"],
        ],
      },
      onErasure: byHand,
    },
  ],
  authors: [
    { table: "Coupon", columns: ["createdById"] },
    { table: "Reconciliation", columns: ["askedById"] },
  ],
  impersonal: [
    ...["CountryGroup", "Price", "Coupon", "CouponCourse", "CouponProgramme", "ScholarshipFund", "InvoiceSeries"],
    ...["StripeEvent", "Reconciliation"],
  ],
  erase: eraseBuyer,
};
