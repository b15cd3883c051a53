-- CreateEnum
CREATE TYPE "CertificateRule" AS ENUM ('none', 'automatic', 'approval');

-- CreateEnum
CREATE TYPE "CertificateCause" AS ENUM ('earned', 'byHand', 'renewed', 'corrected');

-- CreateEnum
CREATE TYPE "CertificateRequestKind" AS ENUM ('award', 'correction');

-- CreateEnum
CREATE TYPE "CertificateRequestState" AS ENUM ('waiting', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "CertificateBatchOutcome" AS ENUM ('waiting', 'issued', 'skipped');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "namesCheckedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "certificateMonths" INTEGER,
ADD COLUMN     "certificateRule" "CertificateRule" NOT NULL DEFAULT 'automatic',
ADD COLUMN     "certificateTemplateId" UUID;

-- AlterTable
ALTER TABLE "Programme" ADD COLUMN     "certificateMonths" INTEGER,
ADD COLUMN     "certificateRule" "CertificateRule" NOT NULL DEFAULT 'automatic',
ADD COLUMN     "certificateTemplateId" UUID;

-- CreateTable
CREATE TABLE "CertificateTemplate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CertificateTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateTemplateVersion" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "templateId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "design" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CertificateTemplateVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateImage" (
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CertificateImage_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "serial" TEXT NOT NULL,
    "userId" UUID,
    "courseId" UUID,
    "programmeId" UUID,
    "cause" "CertificateCause" NOT NULL,
    "snapshot" TEXT NOT NULL,
    "snapshotSha256" TEXT NOT NULL,
    "templateVersionId" UUID NOT NULL,
    "supersedesId" UUID,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,
    "endedEarly" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "statusPlace" SERIAL NOT NULL,
    "namesHidden" BOOLEAN NOT NULL DEFAULT false,
    "recipientArabic" TEXT,
    "recipientLatin" TEXT,
    "credential" TEXT,
    "credentialSha256" TEXT,
    "credentialJwt" TEXT,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateFile" (
    "certificateId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CertificateFile_pkey" PRIMARY KEY ("certificateId","form")
);

-- CreateTable
CREATE TABLE "CertificateRequest" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "CertificateRequestKind" NOT NULL,
    "state" "CertificateRequestState" NOT NULL DEFAULT 'waiting',
    "userId" UUID NOT NULL,
    "courseId" UUID,
    "programmeId" UUID,
    "certificateId" UUID,
    "namesArabic" TEXT,
    "namesLatin" TEXT,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "reason" TEXT,

    CONSTRAINT "CertificateRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateBatch" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID,
    "programmeId" UUID,
    "cohortId" UUID,
    "reason" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CertificateBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateBatchItem" (
    "batchId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "outcome" "CertificateBatchOutcome" NOT NULL DEFAULT 'waiting',
    "why" TEXT,
    "certificateId" UUID,

    CONSTRAINT "CertificateBatchItem_pkey" PRIMARY KEY ("batchId","userId")
);

-- CreateTable
CREATE TABLE "IssuerKey" (
    "publicKey" TEXT NOT NULL,
    "controller" TEXT NOT NULL,
    "sealed" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "IssuerKey_pkey" PRIMARY KEY ("publicKey")
);

-- CreateIndex
CREATE UNIQUE INDEX "CertificateTemplateVersion_templateId_number_key" ON "CertificateTemplateVersion"("templateId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_serial_key" ON "Certificate"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_supersedesId_key" ON "Certificate"("supersedesId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_statusPlace_key" ON "Certificate"("statusPlace");

-- CreateIndex
CREATE INDEX "Certificate_issuedAt_id_idx" ON "Certificate"("issuedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Certificate_userId_issuedAt_idx" ON "Certificate"("userId", "issuedAt" DESC);

-- CreateIndex
CREATE INDEX "Certificate_courseId_issuedAt_id_idx" ON "Certificate"("courseId", "issuedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Certificate_programmeId_issuedAt_id_idx" ON "Certificate"("programmeId", "issuedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Certificate_templateVersionId_idx" ON "Certificate"("templateVersionId");

-- CreateIndex
CREATE INDEX "CertificateFile_sha256_idx" ON "CertificateFile"("sha256");

-- CreateIndex
CREATE INDEX "CertificateRequest_state_createdAt_id_idx" ON "CertificateRequest"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "CertificateRequest_userId_idx" ON "CertificateRequest"("userId");

-- CreateIndex
CREATE INDEX "CertificateRequest_certificateId_idx" ON "CertificateRequest"("certificateId");

-- CreateIndex
CREATE INDEX "CertificateBatch_createdAt_id_idx" ON "CertificateBatch"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "CertificateBatchItem_batchId_outcome_idx" ON "CertificateBatchItem"("batchId", "outcome");

-- CreateIndex
CREATE INDEX "CertificateBatchItem_certificateId_idx" ON "CertificateBatchItem"("certificateId");

-- CreateIndex
CREATE INDEX "IssuerKey_controller_idx" ON "IssuerKey"("controller");

-- AddForeignKey
ALTER TABLE "CertificateTemplateVersion" ADD CONSTRAINT "CertificateTemplateVersion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "CertificateTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_templateVersionId_fkey" FOREIGN KEY ("templateVersionId") REFERENCES "CertificateTemplateVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateFile" ADD CONSTRAINT "CertificateFile_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRequest" ADD CONSTRAINT "CertificateRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRequest" ADD CONSTRAINT "CertificateRequest_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRequest" ADD CONSTRAINT "CertificateRequest_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateRequest" ADD CONSTRAINT "CertificateRequest_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateBatch" ADD CONSTRAINT "CertificateBatch_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateBatch" ADD CONSTRAINT "CertificateBatch_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateBatch" ADD CONSTRAINT "CertificateBatch_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateBatchItem" ADD CONSTRAINT "CertificateBatchItem_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "CertificateBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateBatchItem" ADD CONSTRAINT "CertificateBatchItem_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateBatchItem" ADD CONSTRAINT "CertificateBatchItem_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_certificateTemplateId_fkey" FOREIGN KEY ("certificateTemplateId") REFERENCES "CertificateTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_certificateTemplateId_fkey" FOREIGN KEY ("certificateTemplateId") REFERENCES "CertificateTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

CREATE UNIQUE INDEX "CertificateTemplate_default" ON "CertificateTemplate" ("isDefault") WHERE "isDefault";

ALTER TABLE "Course" ADD CONSTRAINT "Course_certificateMonths" CHECK ("certificateMonths" BETWEEN 1 AND 600);
ALTER TABLE "Programme" ADD CONSTRAINT "Programme_certificateMonths" CHECK ("certificateMonths" BETWEEN 1 AND 600);

ALTER TABLE "Certificate"
  ADD CONSTRAINT "Certificate_serial" CHECK ("serial" ~ '^[2-9A-HJKMNP-Z]{16}$'),
  ADD CONSTRAINT "Certificate_for_one_thing" CHECK (num_nonnulls("courseId", "programmeId") = 1),
  ADD CONSTRAINT "Certificate_sha256" CHECK ("snapshotSha256" = encode(sha256(convert_to("snapshot", 'UTF8')), 'hex')),
  ADD CONSTRAINT "Certificate_signed_whole"
    CHECK (num_nonnulls("credential", "credentialSha256", "credentialJwt", "signedAt") IN (0, 4)),
  ADD CONSTRAINT "Certificate_revoked_with_reason" CHECK (("revokedAt" IS NULL) = ("revokedReason" IS NULL)),
  ADD CONSTRAINT "Certificate_supersedes_another" CHECK ("supersedesId" <> "id");

-- Issuing twice gives one certificate, however many try at once.
CREATE UNIQUE INDEX "Certificate_one_of_a_course" ON "Certificate" ("userId", "courseId") WHERE "current" AND "courseId" IS NOT NULL;
CREATE UNIQUE INDEX "Certificate_one_of_a_programme" ON "Certificate" ("userId", "programmeId") WHERE "current" AND "programmeId" IS NOT NULL;
CREATE INDEX "Certificate_struck" ON "Certificate" ("statusPlace") WHERE "revokedAt" IS NOT NULL OR NOT "current" OR "endedEarly";
CREATE INDEX "Certificate_unsigned" ON "Certificate" ("issuedAt") WHERE "credential" IS NULL;

ALTER TABLE "CertificateRequest"
  ADD CONSTRAINT "CertificateRequest_for_one_thing" CHECK (num_nonnulls("courseId", "programmeId") = 1),
  ADD CONSTRAINT "CertificateRequest_decided" CHECK (("state" = 'waiting') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "CertificateRequest_refused_with_reason" CHECK ("state" <> 'refused' OR "reason" IS NOT NULL),
  ADD CONSTRAINT "CertificateRequest_correction"
    CHECK ("kind" <> 'correction' OR ("certificateId" IS NOT NULL AND num_nonnulls("namesArabic", "namesLatin") > 0));

CREATE UNIQUE INDEX "CertificateRequest_waiting_course" ON "CertificateRequest" ("userId", "courseId", "kind")
  WHERE "state" = 'waiting' AND "courseId" IS NOT NULL;
CREATE UNIQUE INDEX "CertificateRequest_waiting_programme" ON "CertificateRequest" ("userId", "programmeId", "kind")
  WHERE "state" = 'waiting' AND "programmeId" IS NOT NULL;

ALTER TABLE "CertificateBatch"
  ADD CONSTRAINT "CertificateBatch_for_one_thing" CHECK (num_nonnulls("courseId", "programmeId") = 1);

CREATE UNIQUE INDEX "IssuerKey_signing" ON "IssuerKey" ("controller") WHERE "retiredAt" IS NULL;

-- What was issued never changes: neither what it says, nor what was signed once it is signed.
CREATE FUNCTION certificate_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."serial", NEW."courseId", NEW."programmeId", NEW."cause", NEW."snapshot", NEW."snapshotSha256",
      NEW."templateVersionId", NEW."supersedesId", NEW."issuedAt", NEW."statusPlace")
    IS DISTINCT FROM
     (OLD."id", OLD."serial", OLD."courseId", OLD."programmeId", OLD."cause", OLD."snapshot", OLD."snapshotSha256",
      OLD."templateVersionId", OLD."supersedesId", OLD."issuedAt", OLD."statusPlace")
    OR (OLD."credential" IS NOT NULL AND
      (NEW."credential", NEW."credentialSha256", NEW."credentialJwt", NEW."signedAt")
      IS DISTINCT FROM
      (OLD."credential", OLD."credentialSha256", OLD."credentialJwt", OLD."signedAt"))
    -- Its time may be cut short, never made longer.
    OR (NEW."expiresAt" IS DISTINCT FROM OLD."expiresAt"
      AND NOT (NEW."endedEarly" AND coalesce(NEW."expiresAt" < coalesce(OLD."expiresAt", 'infinity'), false)))
  THEN
    RAISE EXCEPTION 'A certificate that was issued never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER certificate_is_frozen BEFORE UPDATE ON "Certificate"
  FOR EACH ROW EXECUTE FUNCTION certificate_is_frozen();

CREATE FUNCTION is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A row of % never changes', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER template_version_is_frozen BEFORE UPDATE OF "templateId", "number", "design", "sha256"
  ON "CertificateTemplateVersion" FOR EACH ROW EXECUTE FUNCTION is_frozen();
CREATE TRIGGER certificate_file_is_frozen BEFORE UPDATE ON "CertificateFile"
  FOR EACH ROW EXECUTE FUNCTION is_frozen();

-- Whichever way an enrolment is finished, its certificates are thought of in the same transaction.
CREATE FUNCTION award_certificates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => 'awardCertificates', payload => json_build_object('enrolmentId', NEW."id"), max_attempts => 12);
  RETURN NULL;
END $$;

CREATE TRIGGER enrolment_is_finished AFTER UPDATE OF "completedAt" ON "Enrolment"
  FOR EACH ROW WHEN (OLD."completedAt" IS NULL AND NEW."completedAt" IS NOT NULL)
  EXECUTE FUNCTION award_certificates();

-- Who had no name to write on a certificate, and has one now, is given what she has earned.
CREATE FUNCTION award_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => 'awardCertificates', payload => json_build_object('enrolmentId', e."id"), max_attempts => 12)
  FROM "Enrolment" e WHERE e."userId" = NEW."id" AND e."completedAt" IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER user_is_named AFTER UPDATE OF "fullNameArabic", "fullNameLatin" ON "User"
  FOR EACH ROW WHEN (coalesce(OLD."fullNameArabic", OLD."fullNameLatin") IS NULL
    AND coalesce(NEW."fullNameArabic", NEW."fullNameLatin") IS NOT NULL)
  EXECUTE FUNCTION award_named();
