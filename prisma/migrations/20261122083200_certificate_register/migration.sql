-- What a certificate is looked for by: the names that it shows, and its serial, whole or by its groups of four. The
-- column is not in Prisma's schema: PostgreSQL keeps it, and searching is done in SQL.
CREATE FUNCTION certificate_search_vector("arabic" text, "latin" text, "serial" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple', normalise_search(
  coalesce("arabic", '') || ' ' || coalesce("latin", '') || ' ' || "serial" || ' '
  || regexp_replace("serial", '(.{4})(?=.)', '\1 ', 'g')
));

ALTER TABLE "Certificate" ADD COLUMN "searchVector" tsvector NOT NULL
  GENERATED ALWAYS AS (certificate_search_vector("recipientArabic", "recipientLatin", "serial")) STORED;
CREATE INDEX "Certificate_searchVector_idx" ON "Certificate" USING gin ("searchVector") WITH (fastupdate = off);

-- The same of a person: by the name that she goes by, and by her address.
CREATE FUNCTION person_search_vector("name" text, "email" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('simple', normalise_search("name" || ' ' || "email"));

CREATE INDEX "User_search" ON "User" USING gin (person_search_vector("name", "email"));

-- What the register walks, newest first, where little is asked for among much.
CREATE INDEX "Certificate_cause" ON "Certificate" ("cause", "issuedAt" DESC, "id" DESC);
CREATE INDEX "Certificate_revoked" ON "Certificate" ("issuedAt" DESC, "id" DESC) WHERE "revokedAt" IS NOT NULL;
CREATE INDEX "Certificate_superseded" ON "Certificate" ("issuedAt" DESC, "id" DESC)
  WHERE "revokedAt" IS NULL AND NOT "current";
CREATE INDEX "Certificate_expiring" ON "Certificate" ("issuedAt" DESC, "id" DESC)
  WHERE "revokedAt" IS NULL AND "current" AND "expiresAt" IS NOT NULL;

CREATE INDEX "CertificateRequest_decided_at" ON "CertificateRequest" ("decidedAt" DESC, "id" DESC)
  WHERE "decidedAt" IS NOT NULL;
