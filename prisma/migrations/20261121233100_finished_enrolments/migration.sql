-- How many finished a course is counted from this index alone.
CREATE INDEX "Enrolment_finished" ON "Enrolment" ("courseId") WHERE "completedAt" IS NOT NULL;
