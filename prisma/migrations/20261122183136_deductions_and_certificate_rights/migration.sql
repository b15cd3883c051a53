-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "certificatePaid" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "OrderLine" ADD COLUMN     "deductions" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "CertificateRight" (
    "userId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "orderId" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "CertificateRight_pkey" PRIMARY KEY ("userId","courseId")
);

-- CreateIndex
CREATE INDEX "CertificateRight_courseId_idx" ON "CertificateRight"("courseId");

-- CreateIndex
CREATE INDEX "CertificateRight_orderId_idx" ON "CertificateRight"("orderId");

-- AddForeignKey
ALTER TABLE "CertificateRight" ADD CONSTRAINT "CertificateRight_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRight" ADD CONSTRAINT "CertificateRight_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRight" ADD CONSTRAINT "CertificateRight_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_deductions_list" CHECK (jsonb_typeof("deductions") = 'array');

-- What was agreed is frozen, with what was taken off it.
DROP TRIGGER "OrderLine_is_frozen" ON "OrderLine";
CREATE TRIGGER "OrderLine_is_frozen" BEFORE UPDATE OF "orderId", "position", "kind", "titles", "quantity", "listAmount", "discountAmount", "amount", "deductions"
  ON "OrderLine" FOR EACH ROW EXECUTE FUNCTION refuse_change();
