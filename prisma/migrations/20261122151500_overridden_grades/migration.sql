-- CreateIndex
CREATE INDEX "GradeOverride_givenById_idx" ON "GradeOverride"("givenById");

-- Written by hand.
-- A grade that a person gives ends the waiting for one, as grading does: a certificate that shows a grade, and waited
-- for it, is thought of again.
CREATE FUNCTION award_overridden() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "QuizStanding" s
      WHERE s."enrolmentId" = NEW."enrolmentId" AND s."lessonId" = NEW."lessonId" AND s."waiting") THEN
    PERFORM graphile_worker.add_job(
      identifier => 'awardCertificates', payload => json_build_object('enrolmentId', NEW."enrolmentId"),
      max_attempts => 12);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER override_settles AFTER INSERT ON "GradeOverride"
  FOR EACH ROW EXECUTE FUNCTION award_overridden();
