-- A certificate that shows a grade is not given by itself while an answer waits for a person: once none does, it is
-- thought of again. Whether the enrolment is finished is not asked here, since that may be written at the same moment.
CREATE FUNCTION award_graded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM graphile_worker.add_job(
    identifier => 'awardCertificates', payload => json_build_object('enrolmentId', NEW."enrolmentId"),
    max_attempts => 12);
  RETURN NULL;
END $$;

CREATE TRIGGER standing_is_settled AFTER UPDATE OF "waiting" ON "QuizStanding"
  FOR EACH ROW WHEN (OLD."waiting" AND NOT NEW."waiting")
  EXECUTE FUNCTION award_graded();
