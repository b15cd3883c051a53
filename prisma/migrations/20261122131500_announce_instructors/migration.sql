-- Who becomes an instructor may enter the rooms of teaching at once, though her session is remembered.
CREATE FUNCTION announce_instructor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD."userId" IS NOT NULL THEN
    PERFORM pg_notify('person_changed', OLD."userId"::text);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."userId" IS NOT NULL THEN
    PERFORM pg_notify('person_changed', NEW."userId"::text);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Instructor_announces_person" AFTER INSERT OR UPDATE OF "userId" OR DELETE ON "Instructor"
  FOR EACH ROW EXECUTE FUNCTION announce_instructor();
