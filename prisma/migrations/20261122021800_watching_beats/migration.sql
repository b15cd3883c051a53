-- How many seconds are in some ranges. Most have no gap, and need no counting one by one.
CREATE FUNCTION seconds_in("ranges" int4multirange) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF "ranges" = int4multirange(range_merge("ranges")) THEN
    RETURN coalesce(upper("ranges") - lower("ranges"), 0);
  END IF;
  RETURN (SELECT sum(upper("range") - lower("range")) FROM unnest("ranges") AS "range");
END $$;

-- Counts beats into what is known of one learner and one lecture, one after the other: `played` are seconds of the
-- video, `moments` the seconds of the wall clock in which they were played.
--
-- A moment counts once. Moments are rounded to whole seconds, so two beats that touch may share one of them; a beat of
-- which more is already spent is a repeat, or was played beside another one, and changes nothing. A beat shorter than
-- one second may lie in one second with others; it is then not told apart from its own repeat, so it can add new
-- seconds, but never count as watched again. What these two forgive is held in bounds by the last rule: never more
-- than a tenth above double speed in all the time spent, and three seconds for where beats are cut.
CREATE FUNCTION add_beats(
  INOUT "watched" int4multirange, INOUT "rewatched" int4multirange, INOUT "spent" int4multirange,
  "played" int4range[], "moments" int4range[]
)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  "seconds" int4multirange;
  "moment" int4multirange;
  "length" integer;
  "unspent" integer;
  "isNew" boolean;
BEGIN
  FOR "i" IN 1 .. cardinality("played") LOOP
    "seconds" := int4multirange("played"["i"]);
    "moment" := int4multirange("moments"["i"]);
    "length" := upper("moment") - lower("moment");
    "unspent" := seconds_in("moment" - "spent");
    "isNew" := "unspent" > 0 AND "length" - "unspent" <= 1;
    CONTINUE WHEN NOT "isNew" AND ("length" > 1 OR "seconds" <@ "watched");
    CONTINUE WHEN seconds_in("watched" + "seconds") > 2.2 * seconds_in("spent" + "moment") + 3;
    IF "isNew" THEN
      "rewatched" := "rewatched" + "watched" * "seconds";
    END IF;
    "watched" := "watched" + "seconds";
    "spent" := "spent" + "moment";
  END LOOP;
END $$;

-- Room beside each row, so that writing it again needs no other page and no index.
ALTER TABLE "Watching" SET (fillfactor = 60);
