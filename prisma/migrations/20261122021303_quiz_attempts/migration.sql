-- CreateEnum
CREATE TYPE "AttemptState" AS ENUM ('open', 'submitted');

-- CreateEnum
CREATE TYPE "SubmittedBy" AS ENUM ('learner', 'clock');

-- CreateTable
CREATE TABLE "Quiz" (
    "lessonId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "Quiz_pkey" PRIMARY KEY ("lessonId")
);

-- CreateTable
CREATE TABLE "QuizAccommodation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "lessonId" UUID NOT NULL,
    "enrolmentId" UUID,
    "cohortId" UUID,
    "extraMinutes" INTEGER NOT NULL DEFAULT 0,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "QuizAccommodation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseQuiz" (
    "releaseId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "ReleaseQuiz_pkey" PRIMARY KEY ("releaseId","lessonId")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "enrolmentId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "allowed" INTEGER,
    "state" "AttemptState" NOT NULL DEFAULT 'open',
    "seed" INTEGER NOT NULL,
    "paper" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3),
    "graceUntil" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "submittedBy" "SubmittedBy",
    "maxPoints" INTEGER NOT NULL,
    "points" INTEGER,
    "passed" BOOLEAN,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerEdit" (
    "attemptId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "device" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "late" BOOLEAN NOT NULL,

    CONSTRAINT "AnswerEdit_pkey" PRIMARY KEY ("attemptId","slot","device","sequence")
);

-- CreateTable
CREATE TABLE "Answer" (
    "attemptId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "device" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("attemptId","slot")
);

-- CreateTable
CREATE TABLE "SlotGrade" (
    "attemptId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "versionId" UUID NOT NULL,
    "gradedByVersionId" UUID NOT NULL,
    "points" INTEGER,
    "maxPoints" INTEGER NOT NULL,
    "dropped" BOOLEAN NOT NULL DEFAULT false,
    "gradedById" UUID,
    "gradedAt" TIMESTAMPTZ(3),
    "comment" TEXT,
    "rubric" JSONB,

    CONSTRAINT "SlotGrade_pkey" PRIMARY KEY ("attemptId","slot")
);

-- CreateTable
CREATE TABLE "QuizStanding" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "attempts" INTEGER NOT NULL,
    "share" INTEGER,
    "passed" BOOLEAN NOT NULL DEFAULT false,
    "waiting" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "QuizStanding_pkey" PRIMARY KEY ("enrolmentId","lessonId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Quiz_lessonId_courseId_key" ON "Quiz"("lessonId", "courseId");

-- CreateIndex
CREATE INDEX "QuizAccommodation_enrolmentId_idx" ON "QuizAccommodation"("enrolmentId");

-- CreateIndex
CREATE INDEX "QuizAccommodation_cohortId_idx" ON "QuizAccommodation"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizAccommodation_lessonId_enrolmentId_key" ON "QuizAccommodation"("lessonId", "enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "QuizAccommodation_lessonId_cohortId_key" ON "QuizAccommodation"("lessonId", "cohortId");

-- CreateIndex
CREATE INDEX "ReleaseQuiz_lessonId_idx" ON "ReleaseQuiz"("lessonId");

-- CreateIndex
CREATE INDEX "Attempt_lessonId_submittedAt_idx" ON "Attempt"("lessonId", "submittedAt");

-- CreateIndex
CREATE INDEX "Attempt_state_graceUntil_idx" ON "Attempt"("state", "graceUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_enrolmentId_lessonId_number_key" ON "Attempt"("enrolmentId", "lessonId", "number");

-- CreateIndex
CREATE INDEX "SlotGrade_versionId_idx" ON "SlotGrade"("versionId");

-- CreateIndex
CREATE INDEX "SlotGrade_gradedById_idx" ON "SlotGrade"("gradedById");

-- CreateIndex
CREATE INDEX "QuizStanding_lessonId_idx" ON "QuizStanding"("lessonId");

-- AddForeignKey
ALTER TABLE "Quiz" ADD CONSTRAINT "Quiz_lessonId_courseId_fkey" FOREIGN KEY ("lessonId", "courseId") REFERENCES "Lesson"("id", "courseId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAccommodation" ADD CONSTRAINT "QuizAccommodation_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Quiz"("lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAccommodation" ADD CONSTRAINT "QuizAccommodation_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizAccommodation" ADD CONSTRAINT "QuizAccommodation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseQuiz" ADD CONSTRAINT "ReleaseQuiz_releaseId_lessonId_fkey" FOREIGN KEY ("releaseId", "lessonId") REFERENCES "ReleaseLesson"("releaseId", "lessonId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerEdit" ADD CONSTRAINT "AnswerEdit_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotGrade" ADD CONSTRAINT "SlotGrade_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlotGrade" ADD CONSTRAINT "SlotGrade_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionVersion"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SlotGrade" ADD CONSTRAINT "SlotGrade_gradedById_fkey" FOREIGN KEY ("gradedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizStanding" ADD CONSTRAINT "QuizStanding_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One sitting at a time, and never more than were allowed: whatever raced, the database says no.
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt" ("enrolmentId", "lessonId") WHERE "state" = 'open';
ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_within_allowed" CHECK ("number" > 0 AND "number" <= "allowed"),
  ADD CONSTRAINT "Attempt_submitted_whole" CHECK (
    ("state" = 'submitted') = ("submittedAt" IS NOT NULL) AND ("submittedAt" IS NULL) = ("submittedBy" IS NULL)),
  ADD CONSTRAINT "Attempt_grace_after_deadline" CHECK (
    ("deadlineAt" IS NULL) = ("graceUntil" IS NULL) AND "graceUntil" >= "deadlineAt" AND "deadlineAt" >= "startedAt"),
  ADD CONSTRAINT "Attempt_points_of_maximum" CHECK ("maxPoints" >= 0 AND "points" BETWEEN 0 AND "maxPoints");
ALTER TABLE "AnswerEdit" ADD CONSTRAINT "AnswerEdit_of_a_slot" CHECK ("slot" > 0 AND "sequence" > 0);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_of_a_slot" CHECK ("slot" > 0 AND "sequence" > 0);
ALTER TABLE "SlotGrade"
  ADD CONSTRAINT "SlotGrade_points_of_maximum" CHECK ("maxPoints" >= 0 AND "points" BETWEEN 0 AND "maxPoints");
ALTER TABLE "QuizStanding"
  ADD CONSTRAINT "QuizStanding_share" CHECK ("share" BETWEEN 0 AND 10000),
  ADD CONSTRAINT "QuizStanding_attempts" CHECK ("attempts" >= 0);
ALTER TABLE "QuizAccommodation"
  ADD CONSTRAINT "QuizAccommodation_for_one" CHECK (("enrolmentId" IS NULL) <> ("cohortId" IS NULL)),
  ADD CONSTRAINT "QuizAccommodation_extra_not_negative" CHECK ("extraMinutes" >= 0),
  ADD CONSTRAINT "QuizAccommodation_window_in_order" CHECK ("opensAt" < "closesAt");
