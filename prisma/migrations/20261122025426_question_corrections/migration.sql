-- AlterTable
ALTER TABLE "SlotGrade" ADD COLUMN     "correctionId" UUID;

-- CreateTable
CREATE TABLE "QuestionCorrection" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "versionId" UUID NOT NULL,
    "correctedById" UUID,
    "reason" TEXT NOT NULL,
    "mayFail" BOOLEAN NOT NULL DEFAULT false,
    "madeById" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuestionCorrection_versionId_madeAt_idx" ON "QuestionCorrection"("versionId", "madeAt" DESC);

-- CreateIndex
CREATE INDEX "QuestionCorrection_correctedById_idx" ON "QuestionCorrection"("correctedById");

-- CreateIndex
CREATE INDEX "QuestionCorrection_madeById_idx" ON "QuestionCorrection"("madeById");

-- CreateIndex
CREATE INDEX "SlotGrade_correctionId_idx" ON "SlotGrade"("correctionId");

-- AddForeignKey
ALTER TABLE "SlotGrade" ADD CONSTRAINT "SlotGrade_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "QuestionCorrection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCorrection" ADD CONSTRAINT "QuestionCorrection_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCorrection" ADD CONSTRAINT "QuestionCorrection_correctedById_fkey" FOREIGN KEY ("correctedById") REFERENCES "QuestionVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCorrection" ADD CONSTRAINT "QuestionCorrection_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TRIGGER "QuestionCorrection_is_a_fact" BEFORE UPDATE OF "versionId", "correctedById", "reason", "mayFail", "madeAt"
  ON "QuestionCorrection" FOR EACH ROW EXECUTE FUNCTION refuse_change();
