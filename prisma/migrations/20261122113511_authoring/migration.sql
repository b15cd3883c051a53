-- CreateEnum
CREATE TYPE "TextVersionCause" AS ENUM ('written', 'restored', 'merged', 'imported');

-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "accessDays" INTEGER,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "dropLowest" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "outlineVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stateBefore" "CourseState";

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "bringsBack" INTEGER,
ADD COLUMN     "createdById" UUID,
ADD COLUMN     "dropLowest" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ReleaseLesson" ADD COLUMN     "dripDays" INTEGER,
ADD COLUMN     "opensAt" TIMESTAMPTZ(3),
ADD COLUMN     "requires" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "accessUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Lesson" ADD COLUMN     "dripDays" INTEGER,
ADD COLUMN     "opensAt" TIMESTAMPTZ(3),
ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "LessonText" ADD COLUMN     "basis" JSONB;

-- AlterTable
ALTER TABLE "CourseMedia" ADD COLUMN     "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "credit" TEXT,
ADD COLUMN     "height" INTEGER,
ADD COLUMN     "licence" TEXT,
ADD COLUMN     "width" INTEGER;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "voidReason" TEXT,
ADD COLUMN     "voidedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "InstructorInvitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "InstructorRole" NOT NULL,
    "tokenSha256" TEXT NOT NULL,
    "invitedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "InstructorInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseReference" (
    "courseId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "csl" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CourseReference_pkey" PRIMARY KEY ("courseId","key")
);

-- CreateTable
CREATE TABLE "CourseMessage" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "authorId" UUID,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "recipients" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CourseMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseSelfCheck" (
    "releaseId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "versionId" UUID NOT NULL,

    CONSTRAINT "ReleaseSelfCheck_pkey" PRIMARY KEY ("releaseId","lessonId","questionId")
);

-- CreateTable
CREATE TABLE "GradeOverride" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "share" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GradeOverride_pkey" PRIMARY KEY ("enrolmentId","lessonId")
);

-- CreateTable
CREATE TABLE "LessonPrerequisite" (
    "lessonId" UUID NOT NULL,
    "requiredLessonId" UUID NOT NULL,

    CONSTRAINT "LessonPrerequisite_pkey" PRIMARY KEY ("lessonId","requiredLessonId")
);

-- CreateTable
CREATE TABLE "LessonTextVersion" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lessonId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "cause" "TextVersionCause" NOT NULL DEFAULT 'written',
    "authorId" UUID,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonTextVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditingPresence" (
    "lessonId" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EditingPresence_pkey" PRIMARY KEY ("lessonId","tab")
);

-- CreateTable
CREATE TABLE "PictureForm" (
    "sourceSha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "PictureForm_pkey" PRIMARY KEY ("sourceSha256","contentType","width")
);

-- CreateIndex
CREATE UNIQUE INDEX "InstructorInvitation_tokenSha256_key" ON "InstructorInvitation"("tokenSha256");

-- CreateIndex
CREATE INDEX "InstructorInvitation_courseId_createdAt_idx" ON "InstructorInvitation"("courseId", "createdAt");

-- CreateIndex
CREATE INDEX "InstructorInvitation_email_idx" ON "InstructorInvitation"("email");

-- CreateIndex
CREATE INDEX "CourseMessage_courseId_createdAt_idx" ON "CourseMessage"("courseId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ReleaseSelfCheck_versionId_idx" ON "ReleaseSelfCheck"("versionId");

-- CreateIndex
CREATE INDEX "LessonPrerequisite_requiredLessonId_idx" ON "LessonPrerequisite"("requiredLessonId");

-- CreateIndex
CREATE INDEX "LessonTextVersion_lessonId_locale_savedAt_id_idx" ON "LessonTextVersion"("lessonId", "locale", "savedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "EditingPresence_seenAt_idx" ON "EditingPresence"("seenAt");

-- CreateIndex
CREATE INDEX "PictureForm_sha256_idx" ON "PictureForm"("sha256");

-- AddForeignKey
ALTER TABLE "InstructorInvitation" ADD CONSTRAINT "InstructorInvitation_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstructorInvitation" ADD CONSTRAINT "InstructorInvitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseReference" ADD CONSTRAINT "CourseReference_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseMessage" ADD CONSTRAINT "CourseMessage_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseMessage" ADD CONSTRAINT "CourseMessage_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseSelfCheck" ADD CONSTRAINT "ReleaseSelfCheck_releaseId_lessonId_fkey" FOREIGN KEY ("releaseId", "lessonId") REFERENCES "ReleaseLesson"("releaseId", "lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseSelfCheck" ADD CONSTRAINT "ReleaseSelfCheck_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeOverride" ADD CONSTRAINT "GradeOverride_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonPrerequisite" ADD CONSTRAINT "LessonPrerequisite_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonPrerequisite" ADD CONSTRAINT "LessonPrerequisite_requiredLessonId_fkey" FOREIGN KEY ("requiredLessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonTextVersion" ADD CONSTRAINT "LessonTextVersion_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonTextVersion" ADD CONSTRAINT "LessonTextVersion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditingPresence" ADD CONSTRAINT "EditingPresence_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditingPresence" ADD CONSTRAINT "EditingPresence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand.
ALTER TABLE "Course"
  ADD CONSTRAINT "Course_dropLowest_check" CHECK ("dropLowest" BETWEEN 0 AND 50),
  ADD CONSTRAINT "Course_accessDays_check" CHECK ("accessDays" BETWEEN 1 AND 3650),
  -- A deleted course is hidden like an archived one, and says what it was.
  ADD CONSTRAINT "Course_deleted_check" CHECK ("deletedAt" IS NULL OR ("state" = 'archived' AND "stateBefore" IS NOT NULL));
ALTER TABLE "Lesson"
  ADD CONSTRAINT "Lesson_opening_check" CHECK ("opensAt" IS NULL OR "dripDays" IS NULL),
  ADD CONSTRAINT "Lesson_dripDays_check" CHECK ("dripDays" BETWEEN 0 AND 3650),
  ADD CONSTRAINT "Lesson_weight_check" CHECK ("weight" BETWEEN 0 AND 1000);
ALTER TABLE "ReleaseLesson"
  ADD CONSTRAINT "ReleaseLesson_opening_check" CHECK ("opensAt" IS NULL OR "dripDays" IS NULL),
  ADD CONSTRAINT "ReleaseLesson_weight_check" CHECK ("weight" BETWEEN 0 AND 1000);
ALTER TABLE "LessonPrerequisite" ADD CONSTRAINT "LessonPrerequisite_other_check" CHECK ("lessonId" <> "requiredLessonId");
ALTER TABLE "LessonTextVersion" ADD CONSTRAINT "LessonTextVersion_times_check" CHECK ("startedAt" <= "savedAt");
ALTER TABLE "InstructorInvitation"
  ADD CONSTRAINT "InstructorInvitation_role_check" CHECK ("role" <> 'owner'),
  ADD CONSTRAINT "InstructorInvitation_ended_check" CHECK ("acceptedAt" IS NULL OR "withdrawnAt" IS NULL);
-- One open invitation for an address and a course.
CREATE UNIQUE INDEX "InstructorInvitation_open_key" ON "InstructorInvitation" ("courseId", "email")
  WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;
ALTER TABLE "CourseReference" ADD CONSTRAINT "CourseReference_key_check" CHECK ("key" ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$');
ALTER TABLE "GradeOverride"
  ADD CONSTRAINT "GradeOverride_share_check" CHECK ("share" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "GradeOverride_reason_check" CHECK (btrim("reason") <> '');
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_void_check" CHECK (("voidedAt" IS NULL) = ("voidReason" IS NULL));
ALTER TABLE "PictureForm" ADD CONSTRAINT "PictureForm_size_check" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0);
