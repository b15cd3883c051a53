import type { Pool } from "pg";
import { z } from "zod";
import type { Clock } from "#app/platform/clock/clock.ts";
import { database } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { Seconds } from "../playback.ts";
import type { BeatRefusal, BeatsInput } from "./beat-schema.ts";
import { checkBeats, EPOCH_MS } from "./check-beats.ts";
import { holdsSeconds, readMultirange } from "./seconds.ts";
import type { Sitting } from "./sitting.server.ts";

/** One row, found by its primary key, in one round trip; what counts is decided by `add_beats` while it is locked. */
export const ADD_BEATS = `
INSERT INTO "Watching" AS w ("enrolmentId", "lessonId", "lengthSeconds", "watched", "rewatched", "spent", "openedAt",
  "positionSeconds", "positionAt")
SELECT e."id", $3, $4, b."watched", b."rewatched", b."spent", $5, $8, $9
FROM "Enrolment" e, add_beats('{}', '{}', '{}', $6::int4range[], $7::int4range[]) b
WHERE e."id" = $1 AND e."userId" = $2 AND e."state" = 'active' AND (e."accessUntil" IS NULL OR e."accessUntil" >= $10)
ON CONFLICT ("enrolmentId", "lessonId", "lengthSeconds") DO UPDATE SET
  ("watched", "rewatched", "spent") = (SELECT b."watched", b."rewatched", b."spent"
    FROM add_beats(w."watched", w."rewatched", w."spent", $6::int4range[], $7::int4range[]) b),
  "openedAt" = least(w."openedAt", excluded."openedAt"),
  "positionSeconds" = CASE WHEN excluded."positionAt" >= w."positionAt" THEN excluded."positionSeconds"
    ELSE w."positionSeconds" END,
  "positionAt" = greatest(w."positionAt", excluded."positionAt")
RETURNING w."watched"::text AS "watched"`;

const rowSchema = z.object({ watched: z.string() });

/** Older than any that was told. */
const NO_POSITION = { seconds: 0, at: new Date(0) };

const asRange = ([from, to]: readonly [number, number]) => `[${from},${to})`;

function placeOf({ position }: BeatsInput, { lengthSeconds, openedAt }: Sitting, now: number) {
  if (!position) return NO_POSITION;
  const at = new Date(Math.min(now, openedAt + Math.floor(position.moment)));
  return { seconds: Math.min(lengthSeconds, Math.floor(position.at)), at };
}

export type AddedBeats = {
  /** All that was played of the lecture, this included. */
  covered: Seconds[];
  refused: { index: number; reason: BeatRefusal }[];
};

/** What the statement is given, in its order, and what is refused without asking the database. */
export function beatValues({ now, sitting, input }: { now: number; sitting: Sitting; input: BeatsInput }) {
  const { userId, enrolmentId, lessonId, lengthSeconds, openedAt } = sitting;
  const { checked, refused } = checkBeats(input.beats, { lengthSeconds, openedAt, now });
  const place = placeOf(input, sitting, now);
  const ranges = [checked.map(({ played }) => asRange(played)), checked.map(({ moment }) => asRange(moment))];
  const opened = new Date(openedAt);
  // Beats may come after her time in the course is over, but what they tell must have been played within it.
  const last = Math.max(...checked.map(({ moment: [, end] }) => EPOCH_MS + end * 1_000));
  const playedUntil = new Date(checked.length > 0 ? last : openedAt);
  const who = [enrolmentId, userId, lessonId, lengthSeconds, opened];
  const values = [...who, ...ranges, place.seconds, place.at, playedUntil];
  return { checked, refused, values };
}

/**
 * Counts what was played in a sitting; durable when it returns. Beats may come late, repeated and in any order, and
 * give the same union. Those that cannot have been played earn nothing and are named. Throws 404 where the learner has
 * no active place in the course, or her time in it was over when this was played.
 */
export async function addBeats(
  { clock, connections = database().connections }: { clock: Clock; connections?: Pool },
  { sitting, input }: { sitting: Sitting; input: BeatsInput },
): Promise<AddedBeats> {
  const { checked, refused, values } = beatValues({ now: clock.now().getTime(), sitting, input });
  const { rows } = await connections.query({ name: "add-beats", text: ADD_BEATS, values });
  if (rows.length === 0) throw notFound();
  const covered = readMultirange(rowSchema.parse(rows[0]).watched);
  // What did not count is not among what is covered; what is covered all the same was a repeat.
  const spent = checked.filter(({ played }) => !holdsSeconds(covered, played));
  const all = [...refused, ...spent.map(({ index }) => ({ index, reason: "spent" as const }))];
  return { covered, refused: all.sort((a, b) => a.index - b.index) };
}
