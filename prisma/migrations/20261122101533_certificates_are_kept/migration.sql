CREATE OR REPLACE FUNCTION certificate_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."serial", NEW."courseId", NEW."programmeId", NEW."cause", NEW."snapshot", NEW."snapshotSha256",
      NEW."templateVersionId", NEW."supersedesId", NEW."issuedAt", NEW."statusPlace")
    IS DISTINCT FROM
     (OLD."id", OLD."serial", OLD."courseId", OLD."programmeId", OLD."cause", OLD."snapshot", OLD."snapshotSha256",
      OLD."templateVersionId", OLD."supersedesId", OLD."issuedAt", OLD."statusPlace")
    OR (OLD."credential" IS NOT NULL AND
      (NEW."credential", NEW."credentialSha256", NEW."credentialJwt", NEW."signedAt")
      IS DISTINCT FROM
      (OLD."credential", OLD."credentialSha256", OLD."credentialJwt", OLD."signedAt"))
    -- What was ended stays ended: only that, and not what was signed, says until when it held.
    OR (OLD."endedEarly" AND NOT NEW."endedEarly")
    -- Its time may be cut short, never made longer.
    OR (NEW."expiresAt" IS DISTINCT FROM OLD."expiresAt"
      AND NOT (NEW."endedEarly" AND coalesce(NEW."expiresAt" < coalesce(OLD."expiresAt", 'infinity'), false)))
  THEN
    RAISE EXCEPTION 'A certificate that was issued never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

-- Nothing that was issued is ever removed; an account that goes leaves its certificates behind without it.
CREATE FUNCTION is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A row of % is never removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER certificate_is_kept BEFORE DELETE ON "Certificate"
  FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER certificate_file_is_kept BEFORE DELETE ON "CertificateFile"
  FOR EACH ROW EXECUTE FUNCTION is_kept();
