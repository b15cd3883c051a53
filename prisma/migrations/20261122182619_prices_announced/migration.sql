-- What guests are shown of prices is forgotten by every process when they change.
CREATE TRIGGER "Price_announces" AFTER INSERT OR UPDATE OR DELETE ON "Price" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();

-- A certificate alone is sold for a course.
ALTER TABLE "Price"
  ADD CONSTRAINT "Price_of_certificate" CHECK ("for" = 'place' OR "courseId" IS NOT NULL);

ALTER TABLE "CountryGroup"
  ADD CONSTRAINT "CountryGroup_has_name" CHECK (btrim("name") <> '');
