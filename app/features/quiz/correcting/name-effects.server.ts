import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { SatQuiz } from "../results/find-sat-quiz.server.ts";
import { byWeight, countEffects, type Effect } from "./sum-up-effects.ts";

/** As many as a person reads before she decides; the counts are of all. */
const SHOWN = 100;

/** What a correction changes: counts, and the attempts that it touches most, by name where names may be shown. */
export async function nameEffects(
  { db }: Pick<PersonContext, "db">,
  { quiz, effects }: { quiz: SatQuiz; effects: readonly Effect[] },
) {
  const first = byWeight(effects).slice(0, SHOWN);
  const attempts = await db.attempt.findMany({
    where: { id: { in: first.map(({ attemptId }) => attemptId) } },
    select: { id: true, number: true, lessonId: true, enrolment: { select: { user: { select: { name: true } } } } },
  });
  const known = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const shown = first.map(({ attemptId, before, after, protected: kept }) => {
    const attempt = known.get(attemptId);
    const learner = quiz.nameless ? null : (attempt?.enrolment.user.name ?? null);
    const elsewhere = attempt?.lessonId !== quiz.lessonId;
    return { attemptId, before, after, protected: kept, learner, number: attempt?.number ?? 0, elsewhere };
  });
  return { counts: countEffects(effects), shown };
}

export type NamedEffects = Awaited<ReturnType<typeof nameEffects>>;
