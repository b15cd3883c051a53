-- What a release holds of lectures and quizzes never changes, and an edit of an answer that arrived is a fact.
CREATE TRIGGER "ReleaseLecture_is_immutable" BEFORE UPDATE ON "ReleaseLecture" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReleaseCaptions_is_immutable" BEFORE UPDATE ON "ReleaseCaptions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ReleaseQuiz_is_immutable" BEFORE UPDATE ON "ReleaseQuiz" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AnswerEdit_is_a_fact" BEFORE UPDATE ON "AnswerEdit" FOR EACH ROW EXECUTE FUNCTION refuse_change();
