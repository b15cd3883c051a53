import { takeOutLearner } from "#app/features/enrolment/tending/change-place.server.ts";
import { packChanges } from "#app/features/gradebook/import/packed-changes.ts";
import { grantAccommodation } from "#app/features/quiz/building/grant-accommodation.server.ts";
import { voidAttempt } from "#app/features/quiz/void-attempt.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { createGradedCourse, createGradedLearner } from "#tests/factories/gradebook.ts";
import { createInstructor } from "#tests/factories/person.ts";
import { createQuiz } from "#tests/factories/quiz.ts";
import { createTeacher, sitQuiz } from "#tests/factories/sat-quiz.ts";
import type { Scene } from "../scene.ts";
import { type AuditedAct, reason } from "./audited-act.ts";

const marked = "The mark and the comment beside it say why, and both are in the entry.";

/** A place in the course of the scene that nobody else acts upon. */
const placeIn = async (db: Db, { course }: Scene) =>
  (await createEnrolment(db, { course: { slug: course } })).enrolmentId;

/** A quiz that was sat, and who teaches it. */
async function sat(db: Db) {
  const quiz = await createQuiz(db, { questions: 2, rules: { attempts: 1 } });
  const { enrolmentId } = await sitQuiz(db, { quiz, answers: [{ choice: "right" }, { choice: "wrong" }] });
  const teacher = await createTeacher(db, { courseId: quiz.course.id });
  return { course: quiz.course.slug, enrolmentId, lessonId: quiz.lessonId, teacher };
}

const onLearner = (intent: string, writes: string, more: Record<string, string> = {}): AuditedAct => ({
  act: `teach/learner ${intent}`,
  writes,
  ask: async ({ db, scene }) => {
    const enrolment = await placeIn(db, scene);
    return { params: { course: scene.course, enrolment }, form: { intent, reason, ...more } };
  },
});

const onSitting = (intent: "void" | "restore"): AuditedAct => ({
  act: `teach/learner ${intent}`,
  writes: `attempt.${intent}`,
  ask: async ({ db }) => {
    const { teacher, lessonId, course, enrolmentId } = await sat(db);
    if (intent === "restore") await voidAttempt(teacher, { course, enrolmentId, lessonId, number: 1, reason });
    return { params: { course, enrolment: enrolmentId }, form: { intent, lesson: lessonId, number: "1", reason } };
  },
});

const learnerActs: AuditedAct[] = [
  onLearner("access", "enrolment.changeAccess", { access: "until", until: "2099-01-01T00:00", timeZone: "UTC" }),
  {
    act: "teach/learner waive",
    writes: "completion.waive",
    ask: async ({ db, scene }) => ({
      params: { course: scene.course, enrolment: await placeIn(db, scene) },
      form: { intent: "waive", lesson: scene.lessonId, reason },
    }),
  },
  onSitting("void"),
  onSitting("restore"),
  onLearner("takeOut", "enrolment.takeOut"),
  {
    act: "teach/learner putBack",
    writes: "enrolment.putBack",
    ask: async ({ db, scene }) => {
      const enrolmentId = await placeIn(db, scene);
      const teacher = await createTeacher(db, { courseId: scene.courseId, role: "teacher" });
      await takeOutLearner(teacher, { course: scene.course, enrolmentId, reason });
      return { params: { course: scene.course, enrolment: enrolmentId }, form: { intent: "putBack", reason } };
    },
  },
];

/** The answer that a person grades, of the sitting of the scene that nobody else acts upon. */
const answerOf = ({ course, satAttemptId: attempt }: Scene) => ({ course, attempt, slot: "2" });

async function seenOf(db: Db, { satAttemptId: attemptId }: Scene): Promise<string> {
  const where = { attemptId_slot: { attemptId, slot: 2 } };
  const { gradedAt } = await db.slotGrade.findUniqueOrThrow({ where, select: { gradedAt: true } });
  return gradedAt?.toISOString() ?? "";
}

const onAnswer = (intent: string, writes: string): AuditedAct => ({
  ...{ act: `teach/grade-answer ${intent}`, writes, reasonless: marked },
  ask: async ({ db, scene }) => {
    const form = { intent, points: "1", comment: "Well argued.", seen: await seenOf(db, scene) };
    return { params: answerOf(scene), form };
  },
});

const gradingActs: AuditedAct[] = [
  onAnswer("save", "answer.grade"),
  onAnswer("save-next", "answer.grade"),
  onAnswer("take-back", "answer.takeGradeBack"),
  {
    act: "teach/correct-question apply",
    writes: "question.drop",
    ask: async ({ scene }) => ({
      params: { course: scene.course, lesson: scene.quiz, version: scene.satVersionId },
      form: { intent: "apply", what: "drop", body: "{}", reason },
    }),
  },
  {
    act: "teach/lesson-grade give",
    writes: "gradeOverride.give",
    ask: async ({ db }) => {
      const { course, first } = await createGradedCourse(db);
      const { enrolmentId: enrolment } = await createGradedLearner(db, { course });
      const params = { course: course.slug, enrolment, lesson: first.id };
      return { params, form: { intent: "give", percent: "50", reason } };
    },
  },
  {
    act: "teach/lesson-grade remove",
    writes: "gradeOverride.remove",
    ask: async ({ db }) => {
      const { course, first, owner } = await createGradedCourse(db);
      const { enrolmentId } = await createGradedLearner(db, { course });
      await db.gradeOverride.create({
        data: { enrolmentId, lessonId: first.id, share: 5_000, reason, givenById: owner.actor.id },
      });
      const params = { course: course.slug, enrolment: enrolmentId, lesson: first.id };
      return { params, form: { intent: "remove", removalReason: reason } };
    },
  },
  {
    act: "teach/import-grades ",
    writes: "gradeOverride.import",
    ask: async ({ db }) => {
      const { course, first } = await createGradedCourse(db);
      const { enrolmentId } = await createGradedLearner(db, { course });
      const changes = packChanges([{ enrolmentId, lessonId: first.id, from: null, to: 8_000 }]);
      return { params: { course: course.slug }, form: { intent: "take", changes, reason } };
    },
  },
];

/** Another who teaches the course of the scene. */
async function colleague(db: Db, { courseId }: Scene): Promise<string> {
  const { instructor } = await createInstructor(db);
  await db.courseInstructor.create({ data: { courseId, instructorId: instructor.id, role: "teacher" } });
  return instructor.id;
}

const onColleague = (intent: string, writes: string): AuditedAct => ({
  act: `teach/instructors ${intent}`,
  writes,
  ask: async ({ db, scene }) => ({
    params: { course: scene.course },
    form: { intent, instructor: await colleague(db, scene), role: "assistant", reason },
  }),
});

const accommodationActs: AuditedAct[] = [
  {
    act: "teach/quiz-accommodations grant",
    writes: "accommodation.grant",
    ask: async ({ db, scene }) => ({
      params: { course: scene.course, lesson: scene.draftQuiz },
      form: {
        ...{ intent: "grant", grantee: `enrolment:${await placeIn(db, scene)}`, timeZone: "UTC" },
        ...{ extraMinutes: "5", reason },
      },
    }),
  },
  {
    act: "teach/quiz-accommodations withdraw",
    writes: "accommodation.withdraw",
    ask: async ({ db, scene }) => {
      const { admin } = scene.actors;
      if (!admin) throw new Error("The scene has no admin");
      const user = await db.user.findUniqueOrThrow({ where: { id: admin.id } });
      const address = { course: scene.course, lesson: scene.draftQuiz };
      const enrolmentId = await placeIn(db, scene);
      await grantAccommodation(contextOf(db, user), {
        ...{ ...address, grantee: { enrolmentId }, extraMinutes: 5, opensAt: null, closesAt: null, reason },
      });
      const { id } = await db.quizAccommodation.findFirstOrThrow({ where: { enrolmentId } });
      return { params: address, form: { intent: "withdraw", id, reason } };
    },
  },
];

/** What those who teach do with their learners, and with each other. */
export const teachingActs: AuditedAct[] = [
  ...learnerActs,
  ...gradingActs,
  ...accommodationActs,
  onColleague("change-role", "instructor.changeRole"),
  onColleague("remove", "instructor.remove"),
  onColleague("hand-over", "course.handOver"),
];
