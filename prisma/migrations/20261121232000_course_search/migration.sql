-- Search that survives spelling, and the order of the catalogue by title. The generated columns and the column
-- "names" are not in Prisma's schema: PostgreSQL keeps them, and searching is done in SQL.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One spelling for what people write in many; it stands on both sides, for what is stored and what is asked for.
-- Compatibility decomposition (NFKD, Unicode annex 15) parts letters from their marks, in Latin (é ö ş) as in Arabic
-- (أ إ آ ؤ ئ), and undoes ligatures and presentation forms; then the marks are dropped. The collations are
-- PostgreSQL's own, so that the result does not depend on the locale of the cluster.
CREATE FUNCTION normalise_search("input" text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  WITH bare AS (
    -- Dropped, line by line: combining marks · honorifics, tashkeel, hamza and madda above and below, superscript
    -- alef, tatweel, high hamza · Quranic and extended marks · Hebrew points · soft hyphen, joiners, bidi marks ·
    -- apostrophes and the half rings of transliteration.
    SELECT regexp_replace(
      normalize("input", NFKD),
      '[\u0300-\u036F'
      '\u0610-\u061A\u064B-\u065F\u0670\u0640\u0674'
      '\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u08CA-\u08FF'
      '\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7'
      '\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF'
      '\u0027\u0060\u00B4\u2018\u2019\u02BB-\u02BF]',
      '', 'g'
    ) AS "text"
  ), folded AS (
    -- Letters by their kin, line by line: alef wasla · alef maqsura and the yehs · taa marbuta and the hehs · kaf and
    -- gaf · letters of Persian and Urdu · both rows of Eastern digits · Latin letters that do not decompose.
    -- The lone hamza, last, stands for nothing and is dropped.
    SELECT translate(
      casefold("text" COLLATE "pg_unicode_fast"),
      'ٱٲٳ'
        'ىیېےۍ'
        'ةہھەۃ'
        'کڪگڭڬ'
        'پچژڤٹڈڑں'
        '٠١٢٣٤٥٦٧٨٩'
        '۰۱۲۳۴۵۶۷۸۹'
        'ıøłđħŧðþ'
        'ء',
      'ااا'
        'ييييي'
        'ههههه'
        'ككككك'
        'بجزفتدرن'
        '0123456789'
        '0123456789'
        'ioldhtdt'
    ) AS "text"
    FROM bare
  ), spaced AS (
    -- The article before a hyphen (al-Quds, el-Aksa) goes; whatever is no letter or digit parts words.
    SELECT regexp_replace(
      regexp_replace(
        replace(replace("text", 'æ', 'ae'), 'œ', 'oe') COLLATE "pg_unicode_fast",
        '\m(al|el)[-‐–]', '', 'g'
      ),
      '[^[:alnum:]]+', ' ', 'g'
    ) AS "text"
    FROM folded
  )
  -- The article and what joins it, where two letters or more of the word remain.
  SELECT btrim(regexp_replace("text", '\m(وال|بال|ولل|لل|ال)(?=[[:alnum:]]{2})', '', 'g')) COLLATE "default"
  FROM spaced
);

-- All words asked for, each as the beginning of a word; null when nothing is asked for.
CREATE FUNCTION search_query("input" text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT to_tsquery('simple', string_agg("word" || ':*', ' & '))
  FROM string_to_table(normalise_search("input"), ' ') AS "word"
  WHERE "word" <> ''
);

CREATE FUNCTION course_search_vector("title" text, "summary" text, "outcomes" text[], "names" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN setweight(to_tsvector('simple', normalise_search("title")), 'A')
  || setweight(to_tsvector('simple', normalise_search("summary")), 'B')
  || setweight(to_tsvector('simple', normalise_search("names")), 'C')
  || setweight(to_tsvector('simple', normalise_search(array_to_string("outcomes", ' '))), 'D');

ALTER TABLE "CourseText"
  -- Names of the course's subject and of those who teach it, in all languages, so that one index answers for them too.
  ADD COLUMN "names" text NOT NULL DEFAULT '',
  ADD COLUMN "searchText" text NOT NULL
    GENERATED ALWAYS AS (normalise_search("title" || ' ' || "names" || ' ' || "summary")) STORED,
  ADD COLUMN "searchVector" tsvector NOT NULL
    GENERATED ALWAYS AS (course_search_vector("title", "summary", "outcomes", "names")) STORED;

-- Searched far more often than written: nothing waits in a pending list, which every search would read.
CREATE INDEX "CourseText_searchVector_idx" ON "CourseText" USING gin ("searchVector") WITH (fastupdate = off);
CREATE INDEX "CourseText_searchText_idx" ON "CourseText" USING gin ("searchText" gin_trgm_ops) WITH (fastupdate = off);

CREATE FUNCTION course_names("course" uuid) RETURNS text
LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(string_agg(DISTINCT "name"."value", ' '), '')
  FROM (
    SELECT "Subject"."names" FROM "Course" JOIN "Subject" ON "Subject"."slug" = "Course"."subjectSlug"
    WHERE "Course"."id" = "course"
    UNION ALL
    SELECT "Instructor"."names" FROM "CourseInstructor"
    JOIN "Instructor" ON "Instructor"."id" = "CourseInstructor"."instructorId"
    WHERE "CourseInstructor"."courseId" = "course" AND "CourseInstructor"."role" <> 'assistant'
  ) AS "source"
  CROSS JOIN jsonb_each_text("source"."names") AS "name"
);

CREATE FUNCTION keep_course_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "changed" uuid[];
BEGIN
  IF TG_TABLE_NAME = 'CourseText' THEN
    NEW."names" := course_names(NEW."courseId");
    RETURN NEW;
  END IF;
  "changed" := CASE TG_TABLE_NAME
    WHEN 'Course' THEN ARRAY[(to_jsonb(NEW) ->> 'id')::uuid]
    WHEN 'CourseInstructor' THEN ARRAY[(to_jsonb(NEW) ->> 'courseId')::uuid, (to_jsonb(OLD) ->> 'courseId')::uuid]
    WHEN 'Instructor' THEN
      ARRAY(SELECT "courseId" FROM "CourseInstructor" WHERE "instructorId" = (to_jsonb(NEW) ->> 'id')::uuid)
    WHEN 'Subject' THEN ARRAY(SELECT "id" FROM "Course" WHERE "subjectSlug" = to_jsonb(NEW) ->> 'slug')
  END;
  UPDATE "CourseText" SET "names" = course_names("courseId")
  WHERE "courseId" = ANY ("changed") AND "names" <> course_names("courseId");
  RETURN NULL;
END $$;

CREATE TRIGGER "CourseText_takes_names" BEFORE INSERT ON "CourseText" FOR EACH ROW EXECUTE FUNCTION keep_course_names();
CREATE TRIGGER "Course_gives_names" AFTER UPDATE OF "subjectSlug" ON "Course" FOR EACH ROW EXECUTE FUNCTION keep_course_names();
CREATE TRIGGER "CourseInstructor_gives_names" AFTER INSERT OR UPDATE OR DELETE ON "CourseInstructor" FOR EACH ROW EXECUTE FUNCTION keep_course_names();
CREATE TRIGGER "Instructor_gives_names" AFTER UPDATE OF "names" ON "Instructor" FOR EACH ROW EXECUTE FUNCTION keep_course_names();
CREATE TRIGGER "Subject_gives_names" AFTER UPDATE OF "names" ON "Subject" FOR EACH ROW EXECUTE FUNCTION keep_course_names();

UPDATE "CourseText" SET "names" = course_names("courseId");

-- The published courses that answer to what is asked for, with their rank. Only when no course has all the words,
-- those with words like them: 0.5 forgives a letter or two in a word of six.
CREATE FUNCTION search_courses("asked" text) RETURNS TABLE ("courseId" uuid, "rank" integer)
LANGUAGE plpgsql STABLE
SET pg_trgm.word_similarity_threshold = 0.5
AS $$
#variable_conflict use_column
DECLARE
  "query" tsquery := search_query("asked");
  "words" text[] := array_remove(string_to_array(normalise_search("asked"), ' '), '');
  "longest" text := (SELECT "word" FROM unnest("words") AS "word" ORDER BY length("word") DESC LIMIT 1);
BEGIN
  RETURN QUERY
    SELECT "t"."courseId", (max(ts_rank("t"."searchVector", "query")) * 1e6)::integer
    FROM "CourseText" AS "t" JOIN "Course" AS "c" ON "c"."id" = "t"."courseId" AND "c"."state" = 'published'
    WHERE "t"."searchVector" @@ "query"
    GROUP BY "t"."courseId";
  IF FOUND THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT "t"."courseId", (max(word_similarity("longest", "t"."searchText")) * 1e6)::integer
    FROM "CourseText" AS "t" JOIN "Course" AS "c" ON "c"."id" = "t"."courseId" AND "c"."state" = 'published'
    WHERE "longest" <% "t"."searchText"
      AND NOT EXISTS (SELECT FROM unnest("words") AS "word" WHERE NOT "word" <% "t"."searchText")
    GROUP BY "t"."courseId";
END $$;

-- Programmes are few and searched by what they are called and what is said of them.
CREATE FUNCTION translated_search_vector("texts" jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT to_tsvector('simple', normalise_search(coalesce(string_agg("value", ' '), ''))) FROM jsonb_each_text("texts")
);

ALTER TABLE "Programme" ADD COLUMN "searchVector" tsvector NOT NULL
  GENERATED ALWAYS AS (translated_search_vector("titles") || translated_search_vector("summaries")) STORED;
CREATE INDEX "Programme_searchVector_idx" ON "Programme" USING gin ("searchVector");

-- What the listing walks. A keyset needs one direction in all its columns.
ALTER TABLE "Course" ADD CONSTRAINT "Course_published_has_time" CHECK ("state" <> 'published' OR "publishedAt" IS NOT NULL);
CREATE INDEX "Course_newest" ON "Course" ("publishedAt" DESC, "id" DESC) WHERE "state" = 'published';
CREATE INDEX "Course_shortest" ON "Course" ("minutes", "id") WHERE "state" = 'published';

CREATE TABLE "CourseTitle" (
    "courseId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "textLocale" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "CourseTitle_pkey" PRIMARY KEY ("courseId","locale")
);

ALTER TABLE "CourseTitle" ADD CONSTRAINT "CourseTitle_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "CourseTitle_ar" ON "CourseTitle" ("title" COLLATE "ar-x-icu", "courseId") WHERE "locale" = 'ar';
CREATE INDEX "CourseTitle_en" ON "CourseTitle" ("title" COLLATE "en-x-icu", "courseId") WHERE "locale" = 'en';
CREATE INDEX "CourseTitle_fr" ON "CourseTitle" ("title" COLLATE "fr-x-icu", "courseId") WHERE "locale" = 'fr';
CREATE INDEX "CourseTitle_es" ON "CourseTitle" ("title" COLLATE "es-x-icu", "courseId") WHERE "locale" = 'es';
CREATE INDEX "CourseTitle_tr" ON "CourseTitle" ("title" COLLATE "tr-x-icu", "courseId") WHERE "locale" = 'tr';
CREATE INDEX "CourseTitle_ur" ON "CourseTitle" ("title" COLLATE "ur-x-icu", "courseId") WHERE "locale" = 'ur';
CREATE INDEX "CourseTitle_ms" ON "CourseTitle" ("title" COLLATE "ms-x-icu", "courseId") WHERE "locale" = 'ms';

-- The same preference as `localePreference`: the reader's language, English, Arabic, then whatever there is.
CREATE FUNCTION keep_course_titles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "changed" uuid := (to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END) ->> 'courseId')::uuid;
BEGIN
  DELETE FROM "CourseTitle" WHERE "courseId" = "changed";
  INSERT INTO "CourseTitle" ("courseId", "locale", "textLocale", "title")
  SELECT DISTINCT ON ("reader") "changed", "reader", "t"."locale", "t"."title"
  FROM unnest(ARRAY['ar', 'en', 'fr', 'es', 'tr', 'ur', 'ms']) AS "reader"
  JOIN "CourseText" AS "t" ON "t"."courseId" = "changed"
  ORDER BY "reader", array_position(ARRAY["reader", 'en', 'ar', 'fr', 'es', 'tr', 'ur', 'ms'], "t"."locale");
  RETURN NULL;
END $$;

CREATE TRIGGER "CourseText_gives_titles" AFTER INSERT OR DELETE OR UPDATE OF "locale", "title" ON "CourseText" FOR EACH ROW EXECUTE FUNCTION keep_course_titles();

-- So that texts that were there before get their titles.
UPDATE "CourseText" SET "title" = "title";
