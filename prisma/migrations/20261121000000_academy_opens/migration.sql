-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('learner', 'admin');

-- CreateEnum
CREATE TYPE "CalendarChoice" AS ENUM ('gregorian', 'hijri', 'both');

-- CreateEnum
CREATE TYPE "DigitsChoice" AS ENUM ('automatic', 'latin', 'eastern');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('beginner', 'intermediate', 'advanced');

-- CreateEnum
CREATE TYPE "CourseState" AS ENUM ('draft', 'published', 'archived');

-- CreateEnum
CREATE TYPE "InstructorRole" AS ENUM ('owner', 'teacher', 'assistant');

-- CreateEnum
CREATE TYPE "CompletionRule" AS ENUM ('acknowledge', 'reachEnd');

-- CreateEnum
CREATE TYPE "EnrolmentState" AS ENUM ('active', 'withdrawn');

-- CreateEnum
CREATE TYPE "LessonKind" AS ENUM ('text', 'lecture', 'quiz', 'file', 'live');

-- CreateEnum
CREATE TYPE "CompletionCause" AS ENUM ('acknowledged', 'reachedEnd', 'watched', 'passed', 'submitted', 'waived');

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailboxMessage" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "fullNameArabic" TEXT,
    "fullNameLatin" TEXT,
    "country" CHAR(2),
    "timeZone" TEXT,
    "locale" TEXT,
    "calendar" "CalendarChoice" NOT NULL DEFAULT 'gregorian',
    "digits" "DigitsChoice" NOT NULL DEFAULT 'automatic',
    "role" "Role" NOT NULL DEFAULT 'learner',
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "name" TEXT,
    "publicKey" TEXT NOT NULL,
    "credentialID" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "deviceType" TEXT NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "createdAt" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subject" (
    "slug" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Instructor" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "handle" TEXT NOT NULL,
    "userId" UUID,
    "names" JSONB NOT NULL,
    "headlines" JSONB NOT NULL,
    "bios" JSONB NOT NULL,

    CONSTRAINT "Instructor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseInstructor" (
    "courseId" UUID NOT NULL,
    "instructorId" UUID NOT NULL,
    "role" "InstructorRole" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CourseInstructor_pkey" PRIMARY KEY ("courseId","instructorId")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "state" "CourseState" NOT NULL DEFAULT 'draft',
    "sourceLocale" TEXT NOT NULL,
    "locales" TEXT[],
    "subjectSlug" TEXT NOT NULL,
    "level" "Level" NOT NULL,
    "priceAmount" INTEGER NOT NULL DEFAULT 0,
    "priceCurrency" CHAR(3) NOT NULL DEFAULT 'USD',
    "coverSha256" TEXT,
    "selfPaced" BOOLEAN NOT NULL DEFAULT true,
    "enrolmentOpensAt" TIMESTAMPTZ(3),
    "enrolmentClosesAt" TIMESTAMPTZ(3),
    "seats" INTEGER,
    "seatsTaken" INTEGER NOT NULL DEFAULT 0,
    "completionRule" "CompletionRule" NOT NULL DEFAULT 'acknowledge',
    "lessonCount" INTEGER NOT NULL DEFAULT 0,
    "minutes" INTEGER NOT NULL DEFAULT 0,
    "currentReleaseId" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "importedSha256" TEXT,
    "importedDraftSha256" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseText" (
    "courseId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "outcomes" TEXT[],

    CONSTRAINT "CourseText_pkey" PRIMARY KEY ("courseId","locale")
);

-- CreateTable
CREATE TABLE "CourseFormerSlug" (
    "slug" TEXT NOT NULL,
    "courseId" UUID NOT NULL,

    CONSTRAINT "CourseFormerSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Prerequisite" (
    "courseId" UUID NOT NULL,
    "requiredCourseId" UUID NOT NULL,

    CONSTRAINT "Prerequisite_pkey" PRIMARY KEY ("courseId","requiredCourseId")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "names" JSONB NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "enrolmentOpensAt" TIMESTAMPTZ(3),
    "enrolmentClosesAt" TIMESTAMPTZ(3),
    "seats" INTEGER,
    "seatsTaken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "titles" JSONB NOT NULL,
    "summaries" JSONB NOT NULL,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeCourse" (
    "programmeId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ProgrammeCourse_pkey" PRIMARY KEY ("programmeId","courseId")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outline" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "notes" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseLesson" (
    "releaseId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "LessonKind" NOT NULL,
    "minutes" INTEGER NOT NULL,
    "required" BOOLEAN NOT NULL,
    "preview" BOOLEAN NOT NULL,

    CONSTRAINT "ReleaseLesson_pkey" PRIMARY KEY ("releaseId","lessonId")
);

-- CreateTable
CREATE TABLE "ReleaseLessonText" (
    "releaseId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "renderingSha256" TEXT NOT NULL,

    CONSTRAINT "ReleaseLessonText_pkey" PRIMARY KEY ("releaseId","lessonId","locale")
);

-- CreateTable
CREATE TABLE "LessonRendering" (
    "sha256" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headings" JSONB NOT NULL,

    CONSTRAINT "LessonRendering_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "cohortId" UUID,
    "releaseId" UUID NOT NULL,
    "state" "EnrolmentState" NOT NULL DEFAULT 'active',
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "completedRequired" INTEGER NOT NULL DEFAULT 0,
    "required" INTEGER NOT NULL DEFAULT 0,
    "completedAt" TIMESTAMPTZ(3),
    "lastLessonId" UUID,
    "lastPlace" INTEGER NOT NULL DEFAULT 0,
    "lastSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "titles" JSONB NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lesson" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "LessonKind" NOT NULL DEFAULT 'text',
    "minutes" INTEGER NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT true,
    "preview" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonText" (
    "lessonId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonText_pkey" PRIMARY KEY ("lessonId","locale")
);

-- CreateTable
CREATE TABLE "CourseMedia" (
    "courseId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,

    CONSTRAINT "CourseMedia_pkey" PRIMARY KEY ("courseId","path")
);

-- CreateTable
CREATE TABLE "Completion" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "cause" "CompletionCause" NOT NULL,
    "completedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Completion_pkey" PRIMARY KEY ("enrolmentId","lessonId")
);

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_idx" ON "AuditEntry"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "MailboxMessage_createdAt_idx" ON "MailboxMessage"("createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Verification_expiresAt_idx" ON "Verification"("expiresAt");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialID_key" ON "Passkey"("credentialID");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Instructor_handle_key" ON "Instructor"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Instructor_userId_key" ON "Instructor"("userId");

-- CreateIndex
CREATE INDEX "CourseInstructor_instructorId_idx" ON "CourseInstructor"("instructorId");

-- CreateIndex
CREATE UNIQUE INDEX "Course_slug_key" ON "Course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Course_currentReleaseId_key" ON "Course"("currentReleaseId");

-- CreateIndex
CREATE INDEX "Course_state_publishedAt_id_idx" ON "Course"("state", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Course_subjectSlug_idx" ON "Course"("subjectSlug");

-- CreateIndex
CREATE INDEX "CourseFormerSlug_courseId_idx" ON "CourseFormerSlug"("courseId");

-- CreateIndex
CREATE INDEX "Prerequisite_requiredCourseId_idx" ON "Prerequisite"("requiredCourseId");

-- CreateIndex
CREATE INDEX "Cohort_courseId_startsAt_idx" ON "Cohort"("courseId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_id_courseId_key" ON "Cohort"("id", "courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_slug_key" ON "Programme"("slug");

-- CreateIndex
CREATE INDEX "ProgrammeCourse_courseId_idx" ON "ProgrammeCourse"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeCourse_programmeId_position_key" ON "ProgrammeCourse"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Release_courseId_number_key" ON "Release"("courseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Release_id_courseId_key" ON "Release"("id", "courseId");

-- CreateIndex
CREATE INDEX "ReleaseLesson_lessonId_idx" ON "ReleaseLesson"("lessonId");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseLesson_releaseId_slug_key" ON "ReleaseLesson"("releaseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseLesson_releaseId_position_key" ON "ReleaseLesson"("releaseId", "position");

-- CreateIndex
CREATE INDEX "ReleaseLessonText_renderingSha256_idx" ON "ReleaseLessonText"("renderingSha256");

-- CreateIndex
CREATE INDEX "Enrolment_courseId_state_idx" ON "Enrolment"("courseId", "state");

-- CreateIndex
CREATE INDEX "Enrolment_cohortId_idx" ON "Enrolment"("cohortId");

-- CreateIndex
CREATE INDEX "Enrolment_userId_state_lastSeenAt_idx" ON "Enrolment"("userId", "state", "lastSeenAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_userId_courseId_key" ON "Enrolment"("userId", "courseId");

-- CreateIndex
CREATE INDEX "Section_courseId_position_idx" ON "Section"("courseId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Section_id_courseId_key" ON "Section"("id", "courseId");

-- CreateIndex
CREATE INDEX "Lesson_sectionId_position_idx" ON "Lesson"("sectionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_courseId_slug_key" ON "Lesson"("courseId", "slug");

-- CreateIndex
CREATE INDEX "CourseMedia_sha256_idx" ON "CourseMedia"("sha256");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instructor" ADD CONSTRAINT "Instructor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseInstructor" ADD CONSTRAINT "CourseInstructor_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseInstructor" ADD CONSTRAINT "CourseInstructor_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "Instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_subjectSlug_fkey" FOREIGN KEY ("subjectSlug") REFERENCES "Subject"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_currentReleaseId_fkey" FOREIGN KEY ("currentReleaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseText" ADD CONSTRAINT "CourseText_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseFormerSlug" ADD CONSTRAINT "CourseFormerSlug_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prerequisite" ADD CONSTRAINT "Prerequisite_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prerequisite" ADD CONSTRAINT "Prerequisite_requiredCourseId_fkey" FOREIGN KEY ("requiredCourseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeCourse" ADD CONSTRAINT "ProgrammeCourse_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeCourse" ADD CONSTRAINT "ProgrammeCourse_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseLesson" ADD CONSTRAINT "ReleaseLesson_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseLessonText" ADD CONSTRAINT "ReleaseLessonText_releaseId_lessonId_fkey" FOREIGN KEY ("releaseId", "lessonId") REFERENCES "ReleaseLesson"("releaseId", "lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseLessonText" ADD CONSTRAINT "ReleaseLessonText_renderingSha256_fkey" FOREIGN KEY ("renderingSha256") REFERENCES "LessonRendering"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_cohortId_courseId_fkey" FOREIGN KEY ("cohortId", "courseId") REFERENCES "Cohort"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_releaseId_courseId_fkey" FOREIGN KEY ("releaseId", "courseId") REFERENCES "Release"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_sectionId_courseId_fkey" FOREIGN KEY ("sectionId", "courseId") REFERENCES "Section"("id", "courseId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonText" ADD CONSTRAINT "LessonText_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseMedia" ADD CONSTRAINT "CourseMedia_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Completion" ADD CONSTRAINT "Completion_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "User_country_code" CHECK ("country" ~ '^[A-Z]{2}$');

ALTER TABLE "Course"
  ADD CONSTRAINT "Course_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "Course_price_not_negative" CHECK ("priceAmount" >= 0),
  ADD CONSTRAINT "Course_seats_positive" CHECK ("seats" > 0),
  ADD CONSTRAINT "Course_seats_not_oversold" CHECK ("seatsTaken" >= 0 AND ("seats" IS NULL OR "seatsTaken" <= "seats")),
  ADD CONSTRAINT "Course_window_in_order" CHECK ("enrolmentOpensAt" < "enrolmentClosesAt"),
  ADD CONSTRAINT "Course_has_a_language" CHECK (cardinality("locales") > 0 AND "sourceLocale" = ANY ("locales")),
  ADD CONSTRAINT "Course_published_has_release" CHECK ("state" <> 'published' OR "currentReleaseId" IS NOT NULL),
  -- A course points only at a release of its own.
  ADD CONSTRAINT "Course_release_is_its_own" FOREIGN KEY ("currentReleaseId", "id")
    REFERENCES "Release" ("id", "courseId") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Prerequisite"
  ADD CONSTRAINT "Prerequisite_not_itself" CHECK ("courseId" <> "requiredCourseId");

ALTER TABLE "Cohort"
  ADD CONSTRAINT "Cohort_dates_in_order" CHECK ("startsAt" < "endsAt"),
  ADD CONSTRAINT "Cohort_window_in_order" CHECK ("enrolmentOpensAt" < "enrolmentClosesAt"),
  ADD CONSTRAINT "Cohort_seats_positive" CHECK ("seats" > 0),
  ADD CONSTRAINT "Cohort_seats_not_oversold" CHECK ("seatsTaken" >= 0 AND ("seats" IS NULL OR "seatsTaken" <= "seats"));

ALTER TABLE "Release" ADD CONSTRAINT "Release_number_positive" CHECK ("number" > 0);
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_minutes_positive" CHECK ("minutes" > 0);
ALTER TABLE "Instructor" ADD CONSTRAINT "Instructor_handle_form" CHECK ("handle" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- One owner for a course.
CREATE UNIQUE INDEX "CourseInstructor_one_owner" ON "CourseInstructor" ("courseId") WHERE "role" = 'owner';

ALTER TABLE "Enrolment"
  ADD CONSTRAINT "Enrolment_counts" CHECK ("completedRequired" >= 0 AND "completedRequired" <= "required"),
  ADD CONSTRAINT "Enrolment_place" CHECK ("lastPlace" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "Enrolment_withdrawn_has_time" CHECK (("state" = 'withdrawn') = ("withdrawnAt" IS NOT NULL));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" is refused: rows are only added', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "Completion_is_a_fact" BEFORE UPDATE ON "Completion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_is_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AuditEntry_is_not_truncated" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReleaseLesson_is_immutable" BEFORE UPDATE ON "ReleaseLesson" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReleaseLessonText_is_immutable" BEFORE UPDATE ON "ReleaseLessonText" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every process drops its cached pages of guests when what they show has changed. Seats taken are left out:
-- they change with every enrolment, and guests' pages live for a minute at most.
CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('academy_changed', TG_TABLE_NAME);
  RETURN NULL;
END $$;

CREATE TRIGGER "Course_announces" AFTER INSERT OR DELETE OR UPDATE OF "slug", "state", "locales", "subjectSlug", "level",
  "priceAmount", "priceCurrency", "coverSha256", "selfPaced", "enrolmentOpensAt", "enrolmentClosesAt", "seats",
  "currentReleaseId" ON "Course" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "CourseText_announces" AFTER INSERT OR UPDATE OR DELETE ON "CourseText" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "Cohort_announces" AFTER INSERT OR DELETE OR UPDATE OF "names", "startsAt", "endsAt", "enrolmentOpensAt",
  "enrolmentClosesAt", "seats" ON "Cohort" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "CourseInstructor_announces" AFTER INSERT OR UPDATE OR DELETE ON "CourseInstructor" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "Instructor_announces" AFTER INSERT OR UPDATE OR DELETE ON "Instructor" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "Programme_announces" AFTER INSERT OR UPDATE OR DELETE ON "Programme" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "ProgrammeCourse_announces" AFTER INSERT OR UPDATE OR DELETE ON "ProgrammeCourse" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "Subject_announces" AFTER INSERT OR UPDATE OR DELETE ON "Subject" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "Setting_announces" AFTER INSERT OR UPDATE OR DELETE ON "Setting" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();

-- Sessions are remembered for seconds in each process; a changed person or session is forgotten at once.
CREATE FUNCTION announce_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'User' THEN
    PERFORM pg_notify('person_changed', OLD."id"::text);
  ELSE
    PERFORM pg_notify('person_changed', OLD."userId"::text);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "User_announces" AFTER UPDATE OR DELETE ON "User" FOR EACH ROW EXECUTE FUNCTION announce_person();
CREATE TRIGGER "Session_announces" AFTER UPDATE OR DELETE ON "Session" FOR EACH ROW EXECUTE FUNCTION announce_person();
