-- Every process remembers from which versions a quiz draws; a correction changes that.
CREATE TRIGGER "QuestionCorrection_announces" AFTER INSERT OR UPDATE OR DELETE ON "QuestionCorrection"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
