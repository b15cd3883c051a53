-- CreateEnum
CREATE TYPE "CourseMessageAudience" AS ENUM ('all', 'cohort', 'filtered', 'learner');

-- AlterTable
ALTER TABLE "CourseMessage" ADD COLUMN     "audience" "CourseMessageAudience" NOT NULL DEFAULT 'all',
ADD COLUMN     "cohortId" UUID,
ADD COLUMN     "filters" JSONB,
ADD COLUMN     "formId" UUID NOT NULL DEFAULT gen_random_uuid();
-- Only for rows of before, if there are any.
ALTER TABLE "CourseMessage" ALTER COLUMN "audience" DROP DEFAULT, ALTER COLUMN "formId" DROP DEFAULT;
ALTER TABLE "CourseMessage"
  ADD CONSTRAINT "CourseMessage_cohort_check" CHECK ("cohortId" IS NULL OR "audience" = 'cohort'),
  ADD CONSTRAINT "CourseMessage_filters_check" CHECK (("filters" IS NOT NULL) = ("audience" = 'filtered')),
  ADD CONSTRAINT "CourseMessage_recipients_check" CHECK ("recipients" >= 0);

-- CreateTable
CREATE TABLE "CourseMessageRecipient" (
    "messageId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CourseMessageRecipient_pkey" PRIMARY KEY ("messageId","enrolmentId")
);

-- CreateIndex
CREATE INDEX "CourseMessageRecipient_enrolmentId_idx" ON "CourseMessageRecipient"("enrolmentId");

-- CreateIndex
CREATE INDEX "CourseMessage_cohortId_idx" ON "CourseMessage"("cohortId");

-- To whom a message has still to go; of most it is nobody.
CREATE INDEX "CourseMessageRecipient_unsent" ON "CourseMessageRecipient" ("messageId") WHERE "sentAt" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "CourseMessage_courseId_formId_key" ON "CourseMessage"("courseId", "formId");

-- AddForeignKey
ALTER TABLE "CourseMessage" ADD CONSTRAINT "CourseMessage_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseMessageRecipient" ADD CONSTRAINT "CourseMessageRecipient_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "CourseMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseMessageRecipient" ADD CONSTRAINT "CourseMessageRecipient_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
