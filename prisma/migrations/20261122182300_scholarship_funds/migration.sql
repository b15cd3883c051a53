-- What a fund gave is the sum of what its granted scholarships take. A scholarship that is deleted with its learner gives
-- back what nobody used.
CREATE FUNCTION add_to_fund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "before" integer := 0;
  "after" integer := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."state" = 'granted' THEN
    "before" := coalesce(OLD."amount", 0);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."state" = 'granted' THEN
    "after" := coalesce(NEW."amount", 0);
  END IF;
  IF TG_OP = 'DELETE' AND OLD."orderId" IS NOT NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."fundId" IS NOT DISTINCT FROM NEW."fundId" THEN
    UPDATE "ScholarshipFund" SET "grantedAmount" = "grantedAmount" + "after" - "before"
      WHERE "id" = NEW."fundId" AND "after" <> "before";
    RETURN NULL;
  END IF;
  IF "before" <> 0 THEN
    UPDATE "ScholarshipFund" SET "grantedAmount" = "grantedAmount" - "before" WHERE "id" = OLD."fundId";
  END IF;
  IF "after" <> 0 THEN
    UPDATE "ScholarshipFund" SET "grantedAmount" = "grantedAmount" + "after" WHERE "id" = NEW."fundId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Scholarship_adds_to_fund" AFTER INSERT OR UPDATE OF "state", "amount", "fundId" OR DELETE ON "Scholarship"
  FOR EACH ROW EXECUTE FUNCTION add_to_fund();

ALTER TABLE "ScholarshipFund"
  ADD CONSTRAINT "ScholarshipFund_limit_positive" CHECK ("limitAmount" > 0),
  ADD CONSTRAINT "ScholarshipFund_named" CHECK (char_length("name") BETWEEN 1 AND 120);

ALTER TABLE "Scholarship"
  ADD CONSTRAINT "Scholarship_text_length" CHECK (char_length("text") BETWEEN 1 AND 4000),
  ADD CONSTRAINT "Scholarship_refused_says_why" CHECK ("state" <> 'refused' OR ("reason" <> '' AND "decidedAt" IS NOT NULL));
