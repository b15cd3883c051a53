import { descending } from "d3-array";

type Reached = { lessonId: string; required: boolean; asked: number; opened: number };
type Stopped = { lessonId: string; stopped: number };

/** From one lesson to the next, shares from 0 to 1 of those whose course has the lesson; `from` is null at the very beginning. */
export type Drop = { from: string | null; to: string; before: number; after: number };

/** As many as are named in words. */
const NAMED = 3;
/** A smaller loss is no drop to speak of. */
const LEAST = 0.05;

const shareOf = ({ opened, asked }: Reached) => (asked === 0 ? 0 : opened / asked);

/**
 * Where the most learners are lost between a lesson and the next, the greatest loss first. What is optional is passed
 * over by many who go on: it is left out wherever anything is required.
 */
export function greatestDrops(lessons: readonly Reached[]): Drop[] {
  const asked = lessons.filter((lesson) => lesson.asked > 0);
  const counted = asked.some(({ required }) => required) ? asked.filter(({ required }) => required) : asked;
  const drops = counted.map((lesson, place): Drop => {
    const previous = counted[place - 1];
    const before = previous ? shareOf(previous) : 1;
    return { from: previous?.lessonId ?? null, to: lesson.lessonId, before, after: shareOf(lesson) };
  });
  const lost = ({ before, after }: Drop) => before - after;
  return drops
    .filter((drop) => lost(drop) >= LEAST)
    .sort((one, other) => descending(lost(one), lost(other)))
    .slice(0, NAMED);
}

/** The lessons at which most of those who do not go on were last seen, the most first. */
export function greatestStops<Lesson extends Stopped>(lessons: readonly Lesson[]): Lesson[] {
  return lessons
    .filter(({ stopped }) => stopped > 0)
    .sort((one, other) => descending(one.stopped, other.stopped))
    .slice(0, NAMED);
}
