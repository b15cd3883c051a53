-- What those who teach wrote of a release was one text; it becomes a text by language, first in the course's own.
ALTER TABLE "Release" RENAME COLUMN "notes" TO "plainNotes";
ALTER TABLE "Release" ADD COLUMN "notes" JSONB;

UPDATE "Release" release
SET "notes" = jsonb_build_object(course."sourceLocale", release."plainNotes")
FROM "Course" course
WHERE course."id" = release."courseId" AND release."plainNotes" IS NOT NULL;

ALTER TABLE "Release" DROP COLUMN "plainNotes";
ALTER TABLE "Release" ADD CONSTRAINT "Release_notes_check" CHECK (jsonb_typeof("notes") = 'object');
