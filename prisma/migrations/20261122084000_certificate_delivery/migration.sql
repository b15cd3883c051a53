-- AlterTable
ALTER TABLE "Certificate" ADD COLUMN     "deliveredAt" TIMESTAMPTZ(3);

-- What Prisma cannot say: those of which something is left to be done are few and are looked for each minute.
CREATE INDEX "Certificate_undelivered" ON "Certificate" ("issuedAt") WHERE "deliveredAt" IS NULL;
CREATE INDEX "CertificateBatch_unfinished" ON "CertificateBatch" ("createdAt") WHERE "finishedAt" IS NULL;
