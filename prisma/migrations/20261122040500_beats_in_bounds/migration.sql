-- Counts beats into what is known of one learner and one lecture, one after the other: `played` are seconds of the
-- video, `moments` the seconds of the wall clock in which they were played.
--
-- A moment counts once. Moments are rounded to whole seconds, so two beats that touch may share one of them. A beat of
-- which more is already spent is a repeat, a repeat that goes on from there, or was played beside another one: what is
-- new in it may be no more than its own speed gives in the time that is left of it, and a second for where it is cut;
-- nothing in it counts as watched again. What all this forgives is held in bounds by the last rule: never more than a
-- tenth above double speed in all the time spent, and three seconds.
--
-- Nobody plays one lecture in more than some hundred stretches. Who makes up thousands, cut as finely as can be, would
-- have each of her beats take longer than the one before: after 1,000 only what lies within one of them or reaches into it is counted.
CREATE OR REPLACE FUNCTION add_beats(
  INOUT "watched" int4multirange, INOUT "rewatched" int4multirange, INOUT "spent" int4multirange,
  "played" int4range[], "moments" int4range[]
)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  "seconds" int4multirange;
  "moment" int4multirange;
  "length" integer;
  "unspent" integer;
  "fresh" integer;
BEGIN
  FOR "i" IN 1 .. cardinality("played") LOOP
    "seconds" := int4multirange("played"["i"]);
    "moment" := int4multirange("moments"["i"]);
    "length" := upper("moment") - lower("moment");
    "unspent" := seconds_in("moment" - "spent");
    CONTINUE WHEN NOT "moment" && "spent" AND (SELECT count(*) FROM unnest("spent")) >= 1000;
    IF "unspent" > 0 AND "length" - "unspent" <= 1 THEN
      CONTINUE WHEN seconds_in("watched" + "seconds") > 2.2 * seconds_in("spent" + "moment") + 3;
      "rewatched" := "rewatched" + "watched" * "seconds";
    ELSE
      "fresh" := seconds_in("seconds" - "watched");
      CONTINUE WHEN "fresh" = 0 OR ("fresh" - 1) * "length" > (upper("seconds") - lower("seconds")) * "unspent";
      CONTINUE WHEN seconds_in("watched" + "seconds") > 2.2 * seconds_in("spent" + "moment") + 3;
    END IF;
    "watched" := "watched" + "seconds";
    "spent" := "spent" + "moment";
  END LOOP;
END $$;
