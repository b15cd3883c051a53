-- CreateTable
CREATE TABLE "LessonVisit" (
    "enrolmentId" UUID NOT NULL,
    "lessonId" UUID NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonVisit_pkey" PRIMARY KEY ("enrolmentId","lessonId")
);

-- AddForeignKey
ALTER TABLE "LessonVisit" ADD CONSTRAINT "LessonVisit_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand.
-- Her place is told again and again while she reads; only when it is in another lesson is there anything to note.
CREATE FUNCTION note_lesson_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "LessonVisit" ("enrolmentId", "lessonId", "firstAt")
  VALUES (NEW."id", NEW."lastLessonId", coalesce(NEW."lastSeenAt", now())) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "Enrolment_notes_visit" AFTER UPDATE OF "lastLessonId" ON "Enrolment" FOR EACH ROW
  WHEN (NEW."lastLessonId" IS NOT NULL AND NEW."lastLessonId" IS DISTINCT FROM OLD."lastLessonId")
  EXECUTE FUNCTION note_lesson_visit();

-- What is known of visits made before they were noted.
INSERT INTO "LessonVisit" ("enrolmentId", "lessonId", "firstAt")
SELECT "enrolmentId", "lessonId", min("at") FROM (
  SELECT "enrolmentId", "lessonId", "completedAt" AS "at" FROM "Completion" WHERE "cause" <> 'waived'
  UNION ALL SELECT "enrolmentId", "lessonId", "openedAt" FROM "Watching"
  UNION ALL SELECT "enrolmentId", "lessonId", "startedAt" FROM "Attempt"
  UNION ALL SELECT "id", "lastLessonId", coalesce("lastSeenAt", "enrolledAt") FROM "Enrolment" WHERE "lastLessonId" IS NOT NULL
) known GROUP BY 1, 2;
