-- CreateEnum
CREATE TYPE "EmailLinkPurpose" AS ENUM ('verifyEmail', 'resetPassword', 'changeEmail');

-- DropIndex
DROP INDEX "TwoFactor_userId_idx";

-- DropIndex
DROP INDEX "TwoFactor_secret_idx";

-- CreateTable
CREATE TABLE "EmailLink" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "purpose" "EmailLinkPurpose" NOT NULL,
    "tokenSha256" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmailLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "EmailLink_tokenSha256_key" ON "EmailLink"("tokenSha256");

-- CreateIndex
CREATE INDEX "EmailLink_expiresAt_idx" ON "EmailLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "EmailLink_userId_purpose_key" ON "EmailLink"("userId", "purpose");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "TwoFactor_userId_key" ON "TwoFactor"("userId");

-- AddForeignKey
ALTER TABLE "EmailLink" ADD CONSTRAINT "EmailLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Checks
ALTER TABLE "EmailLink" ADD CONSTRAINT "EmailLink_email_lower" CHECK ("email" = lower("email"));
