-- CreateEnum
CREATE TYPE "NoticeKind" AS ENUM ('welcome', 'enrolment', 'cohort', 'release', 'deadline', 'message', 'grade', 'certificate', 'scholarship', 'payment', 'security');

-- CreateEnum
CREATE TYPE "NoticeMail" AS ENUM ('now', 'digest', 'never');

-- CreateEnum
CREATE TYPE "DigestRhythm" AS ENUM ('daily', 'weekly');

-- CreateEnum
CREATE TYPE "BounceCause" AS ENUM ('refused', 'returned', 'complained');

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "mail" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL DEFAULT true,
    "digestDue" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticePreference" (
    "userId" UUID NOT NULL,
    "kind" "NoticeKind" NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "mail" "NoticeMail" NOT NULL,

    CONSTRAINT "NoticePreference_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "NoticeTimes" (
    "userId" UUID NOT NULL,
    "rhythm" "DigestRhythm" NOT NULL DEFAULT 'daily',
    "hour" INTEGER NOT NULL DEFAULT 8,
    "weekday" INTEGER NOT NULL DEFAULT 7,
    "quietFrom" INTEGER,
    "quietUntil" INTEGER,
    "digestOff" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "NoticeTimes_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "MailBounce" (
    "email" TEXT NOT NULL,
    "cause" "BounceCause" NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withheld" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MailBounce_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "MailEvent" (
    "id" TEXT NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailWording" (
    "mail" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "words" JSONB NOT NULL,
    "madeById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailWording_pkey" PRIMARY KEY ("mail","locale","number")
);

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_id_idx" ON "Notification"("userId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_key_key" ON "Notification"("userId", "key");

-- CreateIndex
CREATE INDEX "MailBounce_at_email_idx" ON "MailBounce"("at" DESC, "email");

-- CreateIndex
CREATE INDEX "MailEvent_heardAt_idx" ON "MailEvent"("heardAt");

-- CreateIndex
CREATE INDEX "MailWording_madeById_idx" ON "MailWording"("madeById");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticePreference" ADD CONSTRAINT "NoticePreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeTimes" ADD CONSTRAINT "NoticeTimes_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailWording" ADD CONSTRAINT "MailWording_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "NoticeTimes"
  ADD CONSTRAINT "NoticeTimes_hours_check" CHECK ("hour" BETWEEN 0 AND 23 AND "weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "NoticeTimes_quiet_check" CHECK (
    ("quietFrom" IS NULL) = ("quietUntil" IS NULL)
    AND ("quietFrom" IS NULL OR ("quietFrom" BETWEEN 0 AND 23 AND "quietUntil" BETWEEN 0 AND 23 AND "quietFrom" <> "quietUntil")));
ALTER TABLE "MailBounce" ADD CONSTRAINT "MailBounce_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "MailWording" ADD CONSTRAINT "MailWording_number_check" CHECK ("number" > 0);

-- How many a person has not read, counted with her session.
CREATE INDEX "Notification_unread" ON "Notification" ("userId") WHERE "readAt" IS NULL AND "shown";
-- What waits for her next digest.
CREATE INDEX "Notification_digest_due" ON "Notification" ("userId") WHERE "digestDue";
