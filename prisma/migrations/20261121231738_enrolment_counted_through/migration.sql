-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "countedThrough" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Enrolment_courseId_countedThrough_id_idx" ON "Enrolment"("courseId", "countedThrough", "id");

-- CreateIndex
CREATE INDEX "Enrolment_courseId_enrolledAt_id_idx" ON "Enrolment"("courseId", "enrolledAt" DESC, "id" DESC);
