import { randomUUID } from "node:crypto";
import { enrolLearner } from "#app/features/enrolment/enrol-learner.server.ts";
import { completeLesson } from "#app/features/progress/complete-lesson.server.ts";
import { finishAttempt } from "#app/features/progress/finish-attempt.server.ts";
import { beginAttempt } from "#app/features/quiz/begin-attempt.server.ts";
import { loadQuestions } from "#app/features/quiz/load-question.server.ts";
import { paperSchema } from "#app/features/quiz/paper.ts";
import { saveAnswers } from "#app/features/quiz/save-answers.server.ts";
import type { Person } from "#app/platform/access/actor.ts";
import { connectionsOf, type Db } from "#app/platform/db/client.server.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What is said of the column in the sample essay: a fair attempt that leaves something for its reader to say. */
const ESSAY = `أزن شاهدين: خريطة مادبا والمقدسيّ.

تُظهر الخريطة، وهي من النصف الثاني من القرن السادس، عمودًا عاليًا في ساحة داخل الباب الشماليّ. وصاحبها قريب من الأمر زمنًا ومكانًا، وقد صدّقته الحفائر في الشارع المعمّد والكنيسة الجديدة، فأرجّح كثيرًا أنّه رسم ما كان قائمًا. لكنّ الصورة لا تقول من أقام العمود، ولا ما كان عليه.

أمّا المقدسيّ فهو من أهل المدينة، وكتب نحو سنة ٩٨٥، ويذكر بابًا اسمه «باب العمود». شهادته عن الاسم لا عن الشيء: فالأسماء تعيش بعد مسمّياتها، وهو يثبت أنّ عمودًا كان، ولا يثبت أنّه بقي إلى زمنه. ولا يجوز أن أجمع الشاهدين كأنّهما يقولان قولًا واحدًا، فبينهما أربعة قرون، والأوّل صورة والثاني لفظ.

فأقول: كان داخل الباب الشماليّ عمود في القرن السادس، وهذا راجح جدًّا؛ وأمّا متى سقط فلا أعلم.`;

/** Of each question, what somebody answers: its key, unless she misses it or must write something of her own. */
type Say = (type: string, index: number) => { text: string } | "key" | "nothing";

const knowing: Say = () => "key";
const hurried: Say = (_, index) => (index % 3 === 0 ? "key" : "nothing");
const writing: Say = (type) => (type === "essay" ? { text: ESSAY } : type === "file-upload" ? "nothing" : "key");

/**
 * Lets people of the sample academy learn for a while, by what learners do and nothing else: the student has sat a quiz
 * twice, and a fellow learner has finished a course and written an essay that waits for the sample instructor.
 */
export async function openSampleLearning(
  { db }: { db: Db },
  { student, fellow }: { student: Person; fellow: Person },
): Promise<void> {
  const first = await learner(db, { person: student, course: "reading-the-old-city", daysAgo: 5 });
  await first.read(3);
  await first.sit("trial-reading-walls", hurried);
  await first.read(3);
  await first.sit("trial-reading-walls", knowing);

  const second = await learner(db, { person: fellow, course: "jerusalem-through-the-ages", daysAgo: 12 });
  await second.read(6);
  await second.sit("trial-spring-to-dome", hurried);
  await second.sit("trial-spring-to-dome", knowing);
  await second.read(Number.POSITIVE_INFINITY);
  await second.sit("trial-franks-to-1948", knowing);

  const third = await learner(db, { person: fellow, course: "sources-and-documents", daysAgo: 3 });
  await third.read(4);
  await third.sit("final-page", writing);
}

/** Somebody in a course, from some days ago on, whose clock goes on with each act. */
async function learner(db: Db, { person, course, daysAgo }: { person: Person; course: string; daysAgo: number }) {
  let now = Date.now() - daysAgo * DAY_MS;
  const ctx = { db, actor: person, clock: { now: () => new Date(now) }, connections: connectionsOf(db) };
  const { enrolmentId } = await enrolLearner(ctx, { course, cohortId: null });
  const { release } = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: { release: { select: { lessons: { orderBy: { position: "asc" } } } } },
  });
  const unread = release.lessons.filter(({ kind }) => kind === "text");

  return {
    /** Reads the next lessons of the course that are texts. */
    read: async (count: number) => {
      for (const { lessonId, minutes } of unread.splice(0, count)) {
        now += minutes * MINUTE_MS;
        await completeLesson(ctx, { enrolmentId, lessonId, cause: "acknowledged" });
      }
    },
    /** Sits the quiz of this name once, from beginning to end. */
    sit: async (slug: string, say: Say) => {
      const quiz = release.lessons.find((lesson) => lesson.slug === slug);
      if (!quiz) throw new Error(`The sample academy has no quiz ${slug}`);
      now += 30 * MINUTE_MS;
      const { attemptId } = await beginAttempt(ctx, { enrolmentId, lessonId: quiz.lessonId });
      now += 8 * MINUTE_MS;
      const edits = await answer(db, { attemptId, say, madeAt: now });
      if (edits.length > 0) await saveAnswers(ctx, { attemptId, device: randomUUID(), edits });
      now += 4 * MINUTE_MS;
      await finishAttempt(ctx, { attemptId });
    },
  };
}

async function answer(db: Db, { attemptId, say, madeAt }: { attemptId: string; say: Say; madeAt: number }) {
  const attempt = await db.attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { paper: true } });
  const { slots } = paperSchema.parse(attempt.paper);
  const questions = await loadQuestions(
    db,
    slots.map(({ versionId }) => versionId),
  );
  return slots.flatMap(({ slot, versionId, type }, index) => {
    const question = questions.get(versionId);
    const said = say(type, index);
    if (!question || said === "nothing") return [];
    const value = said === "key" ? question.type.key(question.body) : said;
    return [{ slot, sequence: index + 1, value: JSON.parse(JSON.stringify(value)), madeAt }];
  });
}
