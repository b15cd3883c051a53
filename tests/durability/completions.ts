import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createSession } from "#tests/factories/person.ts";
import { completionRequest } from "#tests/factories/player-request.ts";

export type Undone = { token: string; enrolmentId: string; lessonId: string };

const AT_ONCE = 16;

/** Learners with a place in one course: every lesson that each of them has still to complete, mixed. */
export async function createUndone(db: Db, { learners, lessons }: { learners: number; lessons: number }) {
  const outline = Array.from({ length: lessons }, (_, index) => {
    return { id: randomUUID(), slug: `lesson-${index + 1}`, required: true, preview: false };
  });
  const { course } = await createCourse(db, { lessons: outline });
  const places: Undone[][] = [];
  for (let learner = 0; learner < learners; learner += 1) {
    const { person, enrolmentId } = await createEnrolment(db, { course });
    const { session } = await createSession(db, person.id);
    places.push(outline.map(({ id }) => ({ token: session.token, enrolmentId, lessonId: id })));
  }
  return outline.flatMap((_, index) => places.flatMap((place) => place[index] ?? []));
}

/** Sends one completion; true when the academy said that it has it. */
export async function complete(origin: string, undone: Undone): Promise<boolean> {
  const { path, ...request } = completionRequest({ origin, ...undone });
  try {
    const answer = await fetch(`${origin}${path}`, request);
    await answer.text();
    return answer.status === 200;
  } catch {
    return false;
  }
}

/** Sends completions, several at once, until all were tried; returns those that the academy acknowledged. */
export async function completeAll(
  origin: string,
  all: Undone[],
  onAcknowledged: (count: number) => void = () => undefined,
): Promise<Undone[]> {
  const waiting = [...all];
  const acknowledged: Undone[] = [];
  const sendOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await complete(origin, next))) continue;
      acknowledged.push(next);
      onAcknowledged(acknowledged.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
  return acknowledged;
}

/** Those of `acknowledged` that the database does not have. */
export async function findLost(db: Db, acknowledged: Undone[]): Promise<Undone[]> {
  const facts = await db.completion.findMany({ select: { enrolmentId: true, lessonId: true } });
  const known = new Set(facts.map(({ enrolmentId, lessonId }) => `${enrolmentId} ${lessonId}`));
  return acknowledged.filter(({ enrolmentId, lessonId }) => !known.has(`${enrolmentId} ${lessonId}`));
}

/** Places whose stored count of completions is not the number of facts. */
export async function findMiscounted(db: Db): Promise<string[]> {
  const places = await db.enrolment.findMany({
    select: { id: true, completedRequired: true, _count: { select: { completions: true } } },
  });
  return places.flatMap(({ id, completedRequired, _count }) => (completedRequired === _count.completions ? [] : id));
}
