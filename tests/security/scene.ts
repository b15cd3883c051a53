import { randomUUID } from "node:crypto";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { openSitting } from "#app/features/lecture/watching/sitting.server.ts";
import { createGroup } from "#app/features/payment/access/create-group.server.ts";
import type { Person } from "#app/platform/access/actor.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { createCertificate } from "#tests/factories/certificate.ts";
import { createTemplateImage } from "#tests/factories/certificate-template.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { beginToBuy, createPricedCourse } from "#tests/factories/order.ts";
import { createInstructor, createPerson, createSession } from "#tests/factories/person.ts";
import { choiceBody, createQuestion } from "#tests/factories/quiz.ts";
import { createQuizDraft } from "#tests/factories/quiz-draft.ts";
import { createReleaseLecture } from "#tests/factories/watching.ts";
import { openAttempt, submittedAttempt } from "./scene-attempts.ts";
import { enrol, toPerson } from "./scene-people.ts";

export const roles = [
  "guest",
  "signedIn",
  "enrolled",
  "otherLearner",
  "assistant",
  "instructor",
  "otherInstructor",
  "admin",
] as const;
export type Role = (typeof roles)[number];

export type Scene = {
  actors: Record<Role, Person | null>;
  course: string;
  courseId: string;
  /** Another course, which costs something. */
  pricedCourse: string;
  /** Of the enrolled learner, for a course that costs something: it waits for a transfer. */
  orderNumber: number;
  /** Seats in it that the enrolled learner hands out. */
  groupId: string;
  /** Something that the enrolled learner was told. */
  noticeId: string;
  lesson: string;
  previewLesson: string;
  lecture: string;
  enrolmentId: string;
  lessonId: string;
  /** A lecture of the course's draft, and its video. */
  lectureLessonId: string;
  draftLecture: string;
  draftSectionId: string;
  /** A question of the course's bank. */
  questionId: string;
  videoId: string;
  /** A quiz of the course's draft. */
  draftQuiz: string;
  /** A session of the enrolled learner, other than the one she acts with. */
  sessionId: string;
  auditEntryId: string;
  cohortId: string;
  handle: string;
  programme: string;
  /** A certificate template that was issued with, and the SHA-256 of an image for templates. */
  templateId: string;
  templateImage: string;
  /** Of the enrolled learner, for the lecture. */
  sitting: string;
  quiz: string;
  gradedLessonId: string;
  /** Submitted, of a learner who has no other part here; its second answer is for a person to grade. */
  satAttemptId: string;
  satEnrolmentId: string;
  quizLessonId: string;
  /** The version of its first question. */
  satVersionId: string;
  /** Of the enrolled learner, open: a question of choice and one that takes files. */
  attemptId: string;
  /** Sent with it. */
  answerFileId: string;
  /** Of the enrolled learner, who hides her names. */
  hiddenSerial: string;
};

async function writeEntry(db: Db, { actor, about }: Record<"actor" | "about", { id: string }>): Promise<string> {
  const act = { action: "person.change", subjectType: "person", subjectId: about.id, reason: "She asked for it" };
  return (await db.auditEntry.create({ data: { ...act, actorId: actor.id }, select: { id: true } })).id;
}

async function createNotice(db: Db, userId: string): Promise<string> {
  const told = { kind: "welcome" as const, mail: "welcome", values: {}, key: "scene" };
  const { id } = await db.notification.create({ data: { userId, ...told }, select: { id: true } });
  return id;
}

/** Two texts, of which the first is a free preview, a lecture, and a quiz. */
const outline = () =>
  (["text", "text", "lecture", "quiz"] as const).map((kind, index) => ({
    id: randomUUID(),
    slug: `lesson-${index + 1}`,
    required: true,
    preview: index === 0,
    kind,
  }));

/** One course with its people and one without them, and somebody in each role. */
export async function setScene(db: Db): Promise<Scene> {
  const made = await createCourse(db, { lessons: outline() });
  const other = await createCourse(db);
  const priced = await createCourse(db, { priceAmount: 4_900, priceCurrency: "USD" });
  const owner = await createInstructor(db);
  const assistant = await createInstructor(db);
  const stranger = await createInstructor(db);
  const teach = (courseId: string, instructorId: string, role: "owner" | "assistant") =>
    db.courseInstructor.create({ data: { courseId, instructorId, role } });
  await teach(made.course.id, owner.instructor.id, "owner");
  await teach(made.course.id, assistant.instructor.id, "assistant");
  await teach(other.course.id, stranger.instructor.id, "owner");
  const people = {
    signedIn: await createPerson(db),
    enrolled: await createPerson(db),
    otherLearner: await createPerson(db),
    admin: await createPerson(db, { role: "admin" }),
  };
  const enrolment = await enrol(db, { userId: people.enrolled.id, made });
  await enrol(db, { userId: people.otherLearner.id, made: other });
  const { session } = await createSession(db, people.enrolled.id);
  const bought = await createPricedCourse(db);
  const order = await beginToBuy(contextOf(db, people.enrolled), { course: bought.course, method: "transfer" });
  const cohort = await db.cohort.create({
    data: {
      courseId: made.course.id,
      names: { ar: "شتاء", en: "Winter" },
      startsAt: new Date(Date.now() + 86_400_000),
      endsAt: new Date(Date.now() + 30 * 86_400_000),
    },
  });
  const programme = await db.programme.create({
    data: {
      slug: `programme-${made.course.slug}`,
      titles: { ar: "برنامج", en: "A programme" },
      summaries: { ar: "", en: "" },
      courses: { create: [{ courseId: made.course.id, position: 0 }] },
    },
  });
  const draft = await createLecture(db, { courseId: made.course.id });
  const question = await createQuestion(db, { courseId: made.course.id, body: choiceBody("Who?") });
  const quiz = await createQuizDraft(db, { courseId: made.course.id });
  const holder = { userId: people.enrolled.id, courseId: made.course.id };
  const hidden = await createCertificate(db, holder, { namesHidden: true });
  const { templateVersionId: id } = hidden;
  const { templateId } = await db.certificateTemplateVersion.findUniqueOrThrow({ where: { id } });
  const [first, second, third, fourth] = made.lessons;
  if (!first || !second || !third || !fourth) throw new Error("The scene needs four lessons");
  await createReleaseLecture(db, { courseId: made.course.id, releaseId: made.release.id, lessonId: third.id });
  return {
    actors: {
      guest: null,
      signedIn: await toPerson(db, people.signedIn.id),
      enrolled: await toPerson(db, people.enrolled.id),
      otherLearner: await toPerson(db, people.otherLearner.id),
      assistant: await toPerson(db, assistant.person.id),
      instructor: await toPerson(db, owner.person.id),
      otherInstructor: await toPerson(db, stranger.person.id),
      admin: await toPerson(db, people.admin.id),
    },
    course: made.course.slug,
    courseId: made.course.id,
    pricedCourse: priced.course.slug,
    orderNumber: order.number,
    noticeId: await createNotice(db, people.enrolled.id),
    groupId: await createGroup(contextOf(db, people.admin), {
      ...{ course: priced.course.slug, cohortId: null, name: "A school", reference: "INV-1" },
      ...{ seats: 5, expiresAt: null, coordinatorEmail: people.enrolled.email },
    }),
    templateId,
    templateImage: await createTemplateImage(db),
    lesson: second.slug,
    previewLesson: first.slug,
    lecture: third.slug,
    enrolmentId: enrolment.id,
    lessonId: second.id,
    lectureLessonId: draft.lesson.id,
    draftLecture: draft.lesson.slug,
    draftSectionId: draft.section.id,
    questionId: question.questionId,
    videoId: draft.video?.id ?? "",
    draftQuiz: quiz.lesson.slug,
    sessionId: session.id,
    auditEntryId: await writeEntry(db, { actor: people.admin, about: people.enrolled }),
    cohortId: cohort.id,
    handle: owner.instructor.handle,
    programme: programme.slug,
    hiddenSerial: writeSerial(hidden.serial),
    quiz: fourth.slug,
    gradedLessonId: fourth.id,
    ...(await openAttempt(db, { made, lessonId: fourth.id, user: people.enrolled, enrolmentId: enrolment.id })),
    ...(await submittedAttempt(db, { made, lessonId: fourth.id })),
    sitting: await openSitting(
      { clock: systemClock },
      {
        userId: people.enrolled.id,
        enrolmentId: enrolment.id,
        lessonId: third.id,
        lengthSeconds: 600,
        thresholdPercent: 90,
      },
    ),
  };
}
