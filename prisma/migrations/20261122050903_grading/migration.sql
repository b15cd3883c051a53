-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "toldPoints" INTEGER;

-- AlterTable
ALTER TABLE "SlotGrade" ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "openedById" UUID;

-- CreateTable
CREATE TABLE "CorrectionEffect" (
    "correctionId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "beforePoints" INTEGER,
    "beforeMaxPoints" INTEGER NOT NULL,
    "beforePassed" BOOLEAN,
    "afterPoints" INTEGER,
    "afterMaxPoints" INTEGER NOT NULL,
    "afterPassed" BOOLEAN,
    "protected" BOOLEAN NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "CorrectionEffect_pkey" PRIMARY KEY ("correctionId","attemptId")
);

-- CreateIndex
CREATE INDEX "CorrectionEffect_attemptId_idx" ON "CorrectionEffect"("attemptId");

-- CreateIndex
CREATE INDEX "SlotGrade_openedById_idx" ON "SlotGrade"("openedById");

-- AddForeignKey
ALTER TABLE "SlotGrade" ADD CONSTRAINT "SlotGrade_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionEffect" ADD CONSTRAINT "CorrectionEffect_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "QuestionCorrection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionEffect" ADD CONSTRAINT "CorrectionEffect_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits for a person, among all that is graded: the queue of grading reads no more than this.
CREATE INDEX "SlotGrade_waiting" ON "SlotGrade" ("attemptId", "slot") WHERE "points" IS NULL AND NOT "dropped";
CREATE INDEX "SlotGrade_by_hand" ON "SlotGrade" ("attemptId", "slot") WHERE "gradedById" IS NOT NULL;
