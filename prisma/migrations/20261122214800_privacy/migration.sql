-- CreateEnum
CREATE TYPE "DataExportState" AS ENUM ('waiting', 'ready', 'failed', 'expired');

-- CreateEnum
CREATE TYPE "CertificateWish" AS ENUM ('keep', 'withdraw');

-- AlterTable
ALTER TABLE "Certificate" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN "struckAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "DataExport" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "state" "DataExportState" NOT NULL DEFAULT 'waiting',
    "locale" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL DEFAULT 1,
    "bytes" BIGINT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataExport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "certificates" "CertificateWish" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),
    "blockedBy" TEXT,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetentionRun" (
    "rule" TEXT NOT NULL,
    "ranAt" TIMESTAMPTZ(3),
    "removed" INTEGER NOT NULL DEFAULT 0,
    "removedInAll" BIGINT NOT NULL DEFAULT 0,
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RetentionRun_pkey" PRIMARY KEY ("rule")
);

-- CreateIndex
CREATE INDEX "DataExport_userId_askedAt_idx" ON "DataExport"("userId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "DataExport_expiresAt_idx" ON "DataExport"("expiresAt");

-- CreateIndex
CREATE INDEX "Erasure_userId_askedAt_idx" ON "Erasure"("userId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "Erasure_dueAt_idx" ON "Erasure"("dueAt");

-- AddForeignKey
ALTER TABLE "DataExport" ADD CONSTRAINT "DataExport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- One at a time is made for a person, and one deletion waits.
CREATE UNIQUE INDEX "DataExport_one_waiting" ON "DataExport"("userId") WHERE "state" = 'waiting';
CREATE UNIQUE INDEX "Erasure_one_waiting" ON "Erasure"("userId") WHERE "cancelledAt" IS NULL AND "erasedAt" IS NULL;

ALTER TABLE "Erasure"
  ADD CONSTRAINT "Erasure_due_later" CHECK ("dueAt" > "askedAt"),
  ADD CONSTRAINT "Erasure_one_end" CHECK ("cancelledAt" IS NULL OR "erasedAt" IS NULL);
ALTER TABLE "DataExport"
  ADD CONSTRAINT "DataExport_ready_whole" CHECK ("state" <> 'ready' OR num_nonnulls("bytes", "readyAt", "expiresAt") = 3);

ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_withdrawn_is_nameless" CHECK (
  "withdrawnAt" IS NULL OR ("revokedAt" IS NOT NULL AND "namesHidden" AND "userId" IS NULL
    AND num_nonnulls("recipientArabic", "recipientLatin", "credential", "credentialJwt") = 0)) NOT VALID;

-- What was issued never changes, but for the one time when its holder leaves and has it withdrawn: then its names go,
-- and nothing else; and a withdrawn one never changes again.
CREATE OR REPLACE FUNCTION certificate_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'A certificate that was withdrawn never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD."withdrawnAt" IS NULL AND NEW."withdrawnAt" IS NOT NULL THEN
    IF (NEW."id", NEW."serial", NEW."courseId", NEW."programmeId", NEW."cause", NEW."templateVersionId",
        NEW."supersedesId", NEW."issuedAt", NEW."expiresAt", NEW."endedEarly", NEW."statusPlace")
      IS DISTINCT FROM
       (OLD."id", OLD."serial", OLD."courseId", OLD."programmeId", OLD."cause", OLD."templateVersionId",
        OLD."supersedesId", OLD."issuedAt", OLD."expiresAt", OLD."endedEarly", OLD."statusPlace")
      OR (NEW."snapshot"::jsonb - 'recipient') IS DISTINCT FROM (OLD."snapshot"::jsonb - 'recipient')
      OR (NEW."snapshot"::jsonb -> 'recipient') IS DISTINCT FROM '{"arabic": null, "latin": null}'::jsonb
    THEN
      RAISE EXCEPTION 'A certificate that is withdrawn loses its names and nothing else'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW."id", NEW."serial", NEW."courseId", NEW."programmeId", NEW."cause", NEW."snapshot", NEW."snapshotSha256",
      NEW."templateVersionId", NEW."supersedesId", NEW."issuedAt", NEW."statusPlace")
    IS DISTINCT FROM
     (OLD."id", OLD."serial", OLD."courseId", OLD."programmeId", OLD."cause", OLD."snapshot", OLD."snapshotSha256",
      OLD."templateVersionId", OLD."supersedesId", OLD."issuedAt", OLD."statusPlace")
    OR (OLD."credential" IS NOT NULL AND
      (NEW."credential", NEW."credentialSha256", NEW."credentialJwt", NEW."signedAt")
      IS DISTINCT FROM
      (OLD."credential", OLD."credentialSha256", OLD."credentialJwt", OLD."signedAt"))
    -- What was ended stays ended: only that, and not what was signed, says until when it held.
    OR (OLD."endedEarly" AND NOT NEW."endedEarly")
    -- Its time may be cut short, never made longer.
    OR (NEW."expiresAt" IS DISTINCT FROM OLD."expiresAt"
      AND NOT (NEW."endedEarly" AND coalesce(NEW."expiresAt" < coalesce(OLD."expiresAt", 'infinity'), false)))
  THEN
    RAISE EXCEPTION 'A certificate that was issued never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- The files of a withdrawn one go with its names.
DROP TRIGGER certificate_file_is_kept ON "CertificateFile";
CREATE FUNCTION certificate_file_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Certificate" WHERE "id" = OLD."certificateId" AND "withdrawnAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'A row of % is never removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER certificate_file_is_kept BEFORE DELETE ON "CertificateFile"
  FOR EACH ROW EXECUTE FUNCTION certificate_file_is_kept();

-- What an invoice says is frozen for as long as records are kept; ten years after, its buyer may be struck from it, once.
DROP TRIGGER "Invoice_is_frozen" ON "Invoice";
CREATE TRIGGER "Invoice_is_frozen" BEFORE UPDATE ON "Invoice" FOR EACH ROW
  WHEN ((OLD."id", OLD."kind", OLD."year", OLD."orderId", OLD."refundId", OLD."locale", OLD."currency", OLD."amount",
      OLD."taxAmount", OLD."issuedAt", OLD."content" - 'buyer')
    IS DISTINCT FROM (NEW."id", NEW."kind", NEW."year", NEW."orderId", NEW."refundId", NEW."locale", NEW."currency",
      NEW."amount", NEW."taxAmount", NEW."issuedAt", NEW."content" - 'buyer')
    OR (OLD."voidedAt" IS NOT NULL AND OLD."voidedAt" IS DISTINCT FROM NEW."voidedAt")
    OR (OLD."struckAt" IS NOT NULL AND OLD."struckAt" IS DISTINCT FROM NEW."struckAt")
    OR ((OLD."content" -> 'buyer') IS DISTINCT FROM (NEW."content" -> 'buyer')
      AND NOT (OLD."struckAt" IS NULL AND NEW."struckAt" IS NOT NULL
        AND NEW."content" -> 'buyer' -> 'lines' = '[]'::jsonb)))
  EXECUTE FUNCTION refuse_invoice_change();
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_struck_late"
  CHECK ("struckAt" IS NULL OR "struckAt" >= "issuedAt" + interval '10 years') NOT VALID;
