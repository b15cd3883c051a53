import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { openQuizDraft, type QuizAddress } from "./open-quiz-draft.server.ts";

/** A learner or a cohort to whom something is granted, or may be. */
export type Grantee =
  | { kind: "learner"; id: string; name: string; email: string }
  | { kind: "cohort"; id: string; names: Translated };

export type GrantedAccommodation = {
  id: string;
  grantee: Grantee;
  extraMinutes: number;
  opensAt: Date | null;
  closesAt: Date | null;
  reason: string | null;
};

const FOUND = 10;

/**
 * What was granted for a quiz, the course's cohorts, and, where `learner` says something, the first of those enrolled
 * whose name or e-mail address holds it. Throws 404 for who may not edit the quiz.
 */
export async function findAccommodations(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { learner, ...address }: QuizAddress & { learner: string },
) {
  const { course, lesson, rules } = await openQuizDraft({ db, actor }, address);
  const cohorts = await db.cohort.findMany({
    where: { courseId: course.id },
    select: { id: true, names: true },
    orderBy: { startsAt: "desc" },
  });
  return {
    course,
    lesson,
    rules,
    granted: await findGranted(db, { lessonId: lesson.id }),
    cohorts: cohorts.map(({ id, names }) => ({ id, names: translatedSchema.parse(names) })),
    learners: await findLearners(db, { courseId: course.id, words: learner.trim() }),
  };
}

async function findGranted(db: DbOrTx, { lessonId }: { lessonId: string }): Promise<GrantedAccommodation[]> {
  const rows = await db.quizAccommodation.findMany({
    where: { lessonId },
    select: {
      ...{ id: true, extraMinutes: true, opensAt: true, closesAt: true, reason: true },
      enrolment: { select: { id: true, user: { select: { name: true, email: true } } } },
      cohort: { select: { id: true, names: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ enrolment, cohort, ...rest }): GrantedAccommodation[] => {
    if (cohort)
      return [{ ...rest, grantee: { kind: "cohort", id: cohort.id, names: translatedSchema.parse(cohort.names) } }];
    return enrolment ? [{ ...rest, grantee: { kind: "learner", id: enrolment.id, ...enrolment.user } }] : [];
  });
}

async function findLearners(db: DbOrTx, { courseId, words }: { courseId: string; words: string }) {
  if (words === "") return [];
  const holds = { contains: words, mode: "insensitive" } as const;
  const rows = await db.enrolment.findMany({
    where: { courseId, state: "active", user: { OR: [{ name: holds }, { email: holds }] } },
    select: { id: true, user: { select: { name: true, email: true } } },
    orderBy: { user: { name: "asc" } },
    take: FOUND,
  });
  return rows.map(({ id, user }) => ({ id, ...user }));
}
