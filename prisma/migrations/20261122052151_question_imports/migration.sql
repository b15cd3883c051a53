-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "fileSha256" TEXT;

-- CreateTable
CREATE TABLE "QuestionUpload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionUpload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuestionUpload_createdAt_idx" ON "QuestionUpload"("createdAt");

-- CreateIndex
CREATE INDEX "QuestionUpload_courseId_idx" ON "QuestionUpload"("courseId");

-- CreateIndex
CREATE INDEX "QuestionUpload_userId_idx" ON "QuestionUpload"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Question_courseId_fileSha256_key" ON "Question"("courseId", "fileSha256");

-- AddForeignKey
ALTER TABLE "QuestionUpload" ADD CONSTRAINT "QuestionUpload_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionUpload" ADD CONSTRAINT "QuestionUpload_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
