-- CreateEnum
CREATE TYPE "InvoiceKind" AS ENUM ('invoice', 'creditNote');

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "InvoiceKind" NOT NULL,
    "year" INTEGER NOT NULL,
    "position" INTEGER,
    "orderId" UUID NOT NULL,
    "refundId" UUID,
    "locale" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "taxAmount" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "voidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceSeries" (
    "kind" "InvoiceKind" NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "InvoiceSeries_pkey" PRIMARY KEY ("kind","year")
);

-- CreateTable
CREATE TABLE "BillingDetails" (
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "taxNumber" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BillingDetails_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_refundId_key" ON "Invoice"("refundId");

-- CreateIndex
CREATE INDEX "Invoice_orderId_idx" ON "Invoice"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_kind_year_position_key" ON "Invoice"("kind", "year", "position");

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "OrderRefund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BillingDetails" ADD CONSTRAINT "BillingDetails_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Invoice"
  ADD CONSTRAINT "Invoice_amount_positive" CHECK ("amount" > 0),
  ADD CONSTRAINT "Invoice_tax_within_amount" CHECK ("taxAmount" BETWEEN 0 AND "amount"),
  ADD CONSTRAINT "Invoice_currency_code" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "Invoice_position_positive" CHECK ("position" > 0),
  ADD CONSTRAINT "Invoice_year_of_issue" CHECK ("year" = extract(year FROM "issuedAt" AT TIME ZONE 'UTC')),
  ADD CONSTRAINT "Invoice_credits_a_refund" CHECK (("kind" = 'creditNote') = ("refundId" IS NOT NULL)),
  ADD CONSTRAINT "Invoice_only_credit_is_voided" CHECK ("voidedAt" IS NULL OR "kind" = 'creditNote');
CREATE UNIQUE INDEX "Invoice_one_for_an_order" ON "Invoice" ("orderId") WHERE "kind" = 'invoice';

-- The number is drawn as the last thing that a transaction does: one that fails draws none, so there are no gaps, and
-- whoever waits for the series holds nothing that its holder still needs.
CREATE FUNCTION number_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given INTEGER;
BEGIN
  INSERT INTO "InvoiceSeries" AS s ("kind", "year", "last") VALUES (NEW."kind", NEW."year", 1)
    ON CONFLICT ("kind", "year") DO UPDATE SET "last" = s."last" + 1 RETURNING s."last" INTO given;
  UPDATE "Invoice" SET "position" = given WHERE "id" = NEW."id";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Invoice_is_numbered" AFTER INSERT ON "Invoice" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION number_invoice();

CREATE FUNCTION refuse_invoice_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A % that was issued never changes, and its number is drawn by nobody else', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Invoice_begins_without_number" BEFORE INSERT ON "Invoice" FOR EACH ROW
  WHEN (NEW."position" IS NOT NULL OR NEW."voidedAt" IS NOT NULL) EXECUTE FUNCTION refuse_invoice_change();
CREATE TRIGGER "Invoice_is_frozen" BEFORE UPDATE ON "Invoice" FOR EACH ROW
  WHEN ((OLD."id", OLD."kind", OLD."year", OLD."orderId", OLD."refundId", OLD."locale", OLD."currency", OLD."amount",
      OLD."taxAmount", OLD."content", OLD."issuedAt")
    IS DISTINCT FROM (NEW."id", NEW."kind", NEW."year", NEW."orderId", NEW."refundId", NEW."locale", NEW."currency",
      NEW."amount", NEW."taxAmount", NEW."content", NEW."issuedAt")
    OR (OLD."voidedAt" IS NOT NULL AND OLD."voidedAt" IS DISTINCT FROM NEW."voidedAt"))
  EXECUTE FUNCTION refuse_invoice_change();
CREATE TRIGGER "Invoice_keeps_its_number" BEFORE UPDATE OF "position" ON "Invoice" FOR EACH ROW
  WHEN (OLD."position" IS NOT NULL OR pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_invoice_change();
CREATE TRIGGER "Invoice_is_kept" BEFORE DELETE ON "Invoice" FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER "InvoiceSeries_by_invoices" BEFORE INSERT OR UPDATE OR DELETE ON "InvoiceSeries" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_invoice_change();
ALTER TABLE "BillingDetails" ADD CONSTRAINT "BillingDetails_has_name" CHECK (btrim("name") <> '');
