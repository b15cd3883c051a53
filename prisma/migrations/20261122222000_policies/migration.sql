-- CreateEnum
CREATE TYPE "ConsentWay" AS ENUM ('signUp', 'asked');

-- CreateTable
CREATE TABLE "Policy" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "slug" TEXT NOT NULL,
    "demanded" BOOLEAN NOT NULL DEFAULT true,
    "draft" JSONB NOT NULL DEFAULT '{}',
    "draftRevision" INTEGER NOT NULL DEFAULT 1,
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Policy_has_an_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "policyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "summaries" JSONB NOT NULL,
    "mustAgree" BOOLEAN NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PolicyVersion_is_counted" CHECK ("number" > 0),
    CONSTRAINT "PolicyVersion_says_something" CHECK ("texts" <> '{}')
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "userId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "way" "ConsentWay" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Policy_slug_key" ON "Policy"("slug");
CREATE UNIQUE INDEX "PolicyVersion_policyId_number_key" ON "PolicyVersion"("policyId", "number");
CREATE UNIQUE INDEX "Consent_userId_versionId_key" ON "Consent"("userId", "versionId");
CREATE INDEX "Consent_versionId_idx" ON "Consent"("versionId");

ALTER TABLE "PolicyVersion" ADD CONSTRAINT "PolicyVersion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published, and what people agreed to, never changes.
CREATE TRIGGER "PolicyVersion_is_kept" BEFORE UPDATE OR DELETE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Consent_is_a_fact" BEFORE UPDATE ON "Consent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A consent goes only with the whole account.
CREATE FUNCTION consent_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "User" WHERE "id" = OLD."userId") THEN
    RAISE EXCEPTION 'A consent is never removed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "Consent_is_kept" BEFORE DELETE ON "Consent" FOR EACH ROW EXECUTE FUNCTION consent_is_kept();

-- What guests are shown and people are asked for is forgotten by every process when it changes.
CREATE TRIGGER "Policy_announces" AFTER INSERT OR DELETE OR UPDATE OF "slug", "demanded", "withdrawnAt" ON "Policy" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER "PolicyVersion_announces" AFTER INSERT ON "PolicyVersion" FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
