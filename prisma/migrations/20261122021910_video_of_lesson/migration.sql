-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "lessonId" UUID;

-- CreateIndex
CREATE INDEX "Video_lessonId_createdAt_idx" ON "Video"("lessonId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "Video" ADD CONSTRAINT "Video_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE SET NULL ON UPDATE CASCADE;
