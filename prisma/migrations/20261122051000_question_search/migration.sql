ALTER TABLE "Question" ADD COLUMN "locales" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- Everything by which a question is looked for, in all its languages: by its name, its tags, and what its current
-- version says. The column is not in Prisma's schema: PostgreSQL keeps it, and searching is done in SQL.
ALTER TABLE "Question" ADD COLUMN "searchVector" tsvector NOT NULL DEFAULT ''::tsvector;

-- The words of a body of any type: what stands under the name of a language, and texts that are the same in all.
CREATE FUNCTION question_words("body" jsonb) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  -- A vector holds a megabyte at most.
  SELECT left(coalesce(string_agg("value" #>> '{}', ' '), ''), 200000)
  FROM jsonb_path_query("body", 'strict $.** ? (@.type() == "object").keyvalue()
    ? (@.key like_regex "^(ar|en|fr|es|tr|ur|ms|text)$" && @.value.type() == "string").value') AS "value"
);

-- The languages in which the whole of a body can be read: a text by language is an object of nothing but languages.
CREATE FUNCTION question_locales("body" jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  WITH texts AS (
    SELECT "object" FROM jsonb_path_query("body", 'strict $.** ? (@.type() == "object")') AS "object"
    WHERE "object" <> '{}' AND NOT EXISTS (
      SELECT FROM jsonb_each("object") AS "entry"
      WHERE "entry"."key" <> ALL (ARRAY['ar', 'en', 'fr', 'es', 'tr', 'ur', 'ms'])
        OR jsonb_typeof("entry"."value") <> 'string'
    )
  )
  SELECT coalesce(array_agg("locale" ORDER BY "place"), ARRAY[]::text[])
  FROM unnest(ARRAY['ar', 'en', 'fr', 'es', 'tr', 'ur', 'ms']) WITH ORDINALITY AS "each" ("locale", "place")
  WHERE EXISTS (SELECT FROM texts) AND NOT EXISTS (SELECT FROM texts WHERE NOT "object" ? "locale")
);

CREATE FUNCTION keep_question_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "body" jsonb := (
    SELECT "v"."body" FROM "QuestionVersion" AS "v" WHERE "v"."questionId" = NEW."id" AND "v"."number" = NEW."current"
  );
BEGIN
  NEW."locales" := coalesce(question_locales("body"), ARRAY[]::text[]);
  NEW."searchVector" := setweight(to_tsvector('simple', normalise_search(NEW."name")), 'A')
    || setweight(to_tsvector('simple', normalise_search(array_to_string(NEW."tags", ' '))), 'B')
    || setweight(to_tsvector('simple', normalise_search(coalesce(question_words("body"), ''))), 'C');
  RETURN NEW;
END $$;

CREATE TRIGGER "Question_keeps_words" BEFORE INSERT OR UPDATE OF "name", "tags", "current" ON "Question"
  FOR EACH ROW EXECUTE FUNCTION keep_question_words();

CREATE FUNCTION give_question_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Question" SET "current" = "current" WHERE "id" = NEW."questionId" AND "current" = NEW."number";
  RETURN NULL;
END $$;

CREATE TRIGGER "QuestionVersion_gives_words" AFTER INSERT ON "QuestionVersion"
  FOR EACH ROW EXECUTE FUNCTION give_question_words();

-- So that questions that were there before get their words.
UPDATE "Question" SET "current" = "current";

CREATE INDEX "Question_searchVector_idx" ON "Question" USING gin ("searchVector") WITH (fastupdate = off);

-- What the list of a bank walks. A keyset needs one direction in all its columns.
CREATE INDEX "Question_changed" ON "Question" ("courseId", "updatedAt" DESC, "id" DESC) WHERE "removedAt" IS NULL;
CREATE INDEX "Question_created" ON "Question" ("courseId", "createdAt" DESC, "id" DESC) WHERE "removedAt" IS NULL;
CREATE INDEX "Question_named" ON "Question" ("courseId", "name" COLLATE "und-x-icu", "id") WHERE "removedAt" IS NULL;
