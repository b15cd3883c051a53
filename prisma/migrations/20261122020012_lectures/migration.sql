-- CreateEnum
CREATE TYPE "VideoProvider" AS ENUM ('local', 'mux');

-- CreateEnum
CREATE TYPE "VideoState" AS ENUM ('uploading', 'processing', 'ready', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "videoBudgetMb" INTEGER;

-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "watchThreshold" INTEGER NOT NULL DEFAULT 90;

-- CreateTable
CREATE TABLE "Video" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "provider" "VideoProvider" NOT NULL,
    "state" "VideoState" NOT NULL DEFAULT 'uploading',
    "fileName" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "uploadedById" UUID,
    "durationMs" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "posterSha256" TEXT,
    "failure" TEXT,
    "muxUploadId" TEXT,
    "muxAssetId" TEXT,
    "muxPlaybackId" TEXT,
    "packagedSha256" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Video_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VideoRendition" (
    "videoId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "bitsPerSecond" INTEGER NOT NULL,
    "storageKey" TEXT NOT NULL,
    "playlist" TEXT,

    CONSTRAINT "VideoRendition_pkey" PRIMARY KEY ("videoId","name")
);

-- CreateTable
CREATE TABLE "Lecture" (
    "lessonId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "videoId" UUID,
    "lengthSeconds" INTEGER,
    "chapters" JSONB NOT NULL DEFAULT '[]',
    "slides" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "Lecture_pkey" PRIMARY KEY ("lessonId")
);

-- CreateTable
CREATE TABLE "LectureCaptions" (
    "lessonId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "vtt" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LectureCaptions_pkey" PRIMARY KEY ("lessonId","locale")
);

-- CreateTable
CREATE TABLE "ReleaseLecture" (
    "releaseId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "lengthSeconds" INTEGER NOT NULL,
    "thresholdPercent" INTEGER NOT NULL,
    "chapters" JSONB NOT NULL,
    "slides" JSONB NOT NULL,

    CONSTRAINT "ReleaseLecture_pkey" PRIMARY KEY ("releaseId","lessonId")
);

-- CreateTable
CREATE TABLE "ReleaseCaptions" (
    "releaseId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "captionSha256" TEXT NOT NULL,

    CONSTRAINT "ReleaseCaptions_pkey" PRIMARY KEY ("releaseId","lessonId","locale")
);

-- CreateTable
CREATE TABLE "CaptionText" (
    "sha256" TEXT NOT NULL,
    "vtt" TEXT NOT NULL,

    CONSTRAINT "CaptionText_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Watching" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "lengthSeconds" INTEGER NOT NULL,
    "watched" int4multirange NOT NULL,
    "rewatched" int4multirange NOT NULL,
    "spent" int4multirange NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "positionSeconds" INTEGER NOT NULL,
    "positionAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Watching_pkey" PRIMARY KEY ("enrolmentId","lessonId","lengthSeconds")
);

-- CreateTable
CREATE TABLE "VideoDataUse" (
    "userId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "VideoDataUse_pkey" PRIMARY KEY ("userId","month")
);

-- CreateTable
CREATE TABLE "MuxEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MuxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Video_muxUploadId_key" ON "Video"("muxUploadId");

-- CreateIndex
CREATE UNIQUE INDEX "Video_muxAssetId_key" ON "Video"("muxAssetId");

-- CreateIndex
CREATE UNIQUE INDEX "Video_muxPlaybackId_key" ON "Video"("muxPlaybackId");

-- CreateIndex
CREATE INDEX "Video_courseId_createdAt_idx" ON "Video"("courseId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Video_state_updatedAt_idx" ON "Video"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "Video_uploadedById_idx" ON "Video"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "Video_id_courseId_key" ON "Video"("id", "courseId");

-- CreateIndex
CREATE INDEX "Lecture_videoId_idx" ON "Lecture"("videoId");

-- CreateIndex
CREATE UNIQUE INDEX "Lecture_lessonId_courseId_key" ON "Lecture"("lessonId", "courseId");

-- CreateIndex
CREATE INDEX "ReleaseLecture_lessonId_idx" ON "ReleaseLecture"("lessonId");

-- CreateIndex
CREATE INDEX "ReleaseLecture_videoId_idx" ON "ReleaseLecture"("videoId");

-- CreateIndex
CREATE INDEX "ReleaseCaptions_captionSha256_idx" ON "ReleaseCaptions"("captionSha256");

-- CreateIndex
CREATE INDEX "Watching_lessonId_lengthSeconds_idx" ON "Watching"("lessonId", "lengthSeconds");

-- CreateIndex
CREATE INDEX "MuxEvent_receivedAt_idx" ON "MuxEvent"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_id_courseId_key" ON "Lesson"("id", "courseId");

-- AddForeignKey
ALTER TABLE "Video" ADD CONSTRAINT "Video_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Video" ADD CONSTRAINT "Video_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VideoRendition" ADD CONSTRAINT "VideoRendition_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lecture" ADD CONSTRAINT "Lecture_lessonId_courseId_fkey" FOREIGN KEY ("lessonId", "courseId") REFERENCES "Lesson"("id", "courseId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lecture" ADD CONSTRAINT "Lecture_videoId_courseId_fkey" FOREIGN KEY ("videoId", "courseId") REFERENCES "Video"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "LectureCaptions" ADD CONSTRAINT "LectureCaptions_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lecture"("lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseLecture" ADD CONSTRAINT "ReleaseLecture_releaseId_lessonId_fkey" FOREIGN KEY ("releaseId", "lessonId") REFERENCES "ReleaseLesson"("releaseId", "lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseLecture" ADD CONSTRAINT "ReleaseLecture_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ReleaseCaptions" ADD CONSTRAINT "ReleaseCaptions_releaseId_lessonId_fkey" FOREIGN KEY ("releaseId", "lessonId") REFERENCES "ReleaseLecture"("releaseId", "lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseCaptions" ADD CONSTRAINT "ReleaseCaptions_captionSha256_fkey" FOREIGN KEY ("captionSha256") REFERENCES "CaptionText"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watching" ADD CONSTRAINT "Watching_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VideoDataUse" ADD CONSTRAINT "VideoDataUse_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "User" ADD CONSTRAINT "User_video_budget_not_negative" CHECK ("videoBudgetMb" >= 0);
ALTER TABLE "Course" ADD CONSTRAINT "Course_watch_threshold_percent" CHECK ("watchThreshold" BETWEEN 1 AND 100);
ALTER TABLE "Video"
  ADD CONSTRAINT "Video_bytes_positive" CHECK ("bytes" > 0),
  ADD CONSTRAINT "Video_ready_has_duration" CHECK ("state" <> 'ready' OR "durationMs" > 0),
  ADD CONSTRAINT "Video_failed_says_why" CHECK (("state" = 'failed') = ("failure" IS NOT NULL));
ALTER TABLE "VideoRendition" ADD CONSTRAINT "VideoRendition_sizes_positive" CHECK ("bytes" > 0 AND "bitsPerSecond" > 0);
ALTER TABLE "Lecture" ADD CONSTRAINT "Lecture_length_with_video" CHECK (("videoId" IS NOT NULL) OR ("lengthSeconds" IS NULL));
ALTER TABLE "Lecture" ADD CONSTRAINT "Lecture_length_positive" CHECK ("lengthSeconds" > 0);
ALTER TABLE "ReleaseLecture"
  ADD CONSTRAINT "ReleaseLecture_length_positive" CHECK ("lengthSeconds" > 0),
  ADD CONSTRAINT "ReleaseLecture_threshold_percent" CHECK ("thresholdPercent" BETWEEN 1 AND 100);
ALTER TABLE "Watching"
  ADD CONSTRAINT "Watching_within_length" CHECK (
    "lengthSeconds" > 0
    AND "watched" <@ int4multirange(int4range(0, "lengthSeconds"))
    AND "rewatched" <@ "watched"
    AND "positionSeconds" BETWEEN 0 AND "lengthSeconds"
  );
ALTER TABLE "VideoDataUse" ADD CONSTRAINT "VideoDataUse_not_negative" CHECK ("bytes" >= 0);
