import { loadLessonTexts } from "#app/features/course/load-release.server.ts";
import { unsafeFindLecture } from "#app/features/lecture/find-lecture.server.ts";
import type { LectureView } from "#app/features/lecture/playback.ts";
import { countSeconds, isWatchedEnough } from "#app/features/lecture/watching/seconds.ts";
import { loadRendering } from "#app/features/lesson/load-rendering.server.ts";
import { type QuizView, unsafeFindQuiz } from "#app/features/quiz/find-quiz.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { bestLocale, isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { findLearnerCourse, type LearnerCourse } from "./find-learner-course.server.ts";
import { closeOverdueAttempt, finishAttempt } from "./finish-attempt.server.ts";
import type { LearnerLesson } from "./learner-outline.ts";
import { type Closed, isReadable } from "./lesson-access.ts";
import { type Gate, gateOf } from "./lesson-gate.ts";
import { completeWatched } from "./record-beats.server.ts";

/** `sha256` names the HTML: the same name, the same text. */
export type LessonText = {
  locale: Locale;
  locales: Locale[];
  title: string;
  summary: string;
  sha256: string;
  html: string;
};

export type LessonPage = LearnerCourse & {
  lesson: LearnerLesson;
  previous: LearnerLesson | undefined;
  next: LearnerLesson | undefined;
  gate: (lesson: LearnerLesson) => Gate;
} & (
    | { access: "learn" | "preview" | "teach"; text: LessonText; lecture: LectureView | null; quiz: QuizView | null }
    | { access: Closed | "enrol" | "signIn"; text: null }
  );

type Context = Pick<UseCaseContext, "db" | "actor" | "clock" | "locale">;
type Address = { course: string; lesson: string; text?: string };

/**
 * A lesson's page for the actor: the lesson in the best language for her (or in `text`, if it exists in that one),
 * her outline, and the lessons beside it. Where she may not read it, `access` says what she must do first.
 * A lecture of which enough was watched is completed here where the beat that should have done so was cut short, and so
 * is a quiz that was passed; an attempt whose time is over is submitted.
 * Throws 404 where course or lesson is not there or may not be known to be there.
 */
export async function findLessonPage(ctx: Context, address: Address): Promise<LessonPage> {
  const page = await readLessonPage(ctx, address);
  return (await healCompletion(ctx, page)) ? readLessonPage(ctx, address) : page;
}

/** Whether something was written, so that the page has to be read again. */
async function healCompletion(ctx: Context, page: LessonPage): Promise<boolean> {
  const { actor } = ctx;
  if (!actor || page.access !== "learn") return false;
  if (page.quiz?.learner) return healQuiz({ ...ctx, actor }, { quiz: page.quiz, completed: page.lesson.completed });
  if (page.lesson.completed || !page.lecture?.watching) return false;
  const { lengthSeconds, thresholdPercent, watching } = page.lecture;
  const coveredSeconds = countSeconds(watching.covered);
  const enrolmentId = page.course.enrolment?.id;
  if (!enrolmentId || !isWatchedEnough({ coveredSeconds, lengthSeconds, thresholdPercent })) return false;
  return completeWatched({ actor, clock: ctx.clock }, { enrolmentId, lessonId: page.lesson.id });
}

async function healQuiz(
  ctx: Pick<PersonContext, "db" | "actor" | "clock">,
  { quiz: { learner }, completed }: { quiz: QuizView; completed: boolean },
): Promise<boolean> {
  if (learner?.overdue) {
    await closeOverdueAttempt(ctx, { attemptId: learner.overdue });
    return true;
  }
  if (completed || !learner?.earnedBy) return false;
  return (await finishAttempt(ctx, { attemptId: learner.earnedBy })).completed;
}

async function readLessonPage(ctx: Context, { text, ...address }: Address): Promise<LessonPage> {
  const { access, ...page } = await findOpenLesson(ctx, address);
  if (!isReadable(access)) return { ...page, access, text: null };
  const { lesson } = page;
  const shown = await findText(ctx, { lesson, wanted: text });
  const enrolmentId = access === "learn" ? (page.course.enrolment?.id ?? null) : null;
  const lecture = lesson.kind === "lecture" ? await findBody(ctx, { lesson, enrolmentId, text: shown.locale }) : null;
  const quiz = lesson.kind === "quiz" ? await findQuiz(ctx, { lesson, enrolmentId }) : null;
  return { ...page, access, text: shown, lecture, quiz };
}

/**
 * A lesson as the actor meets it, the ones beside it, and whether she may read it, without anything that is in it.
 * Throws 404 where course or lesson is not there or may not be known to be there.
 */
export async function findOpenLesson(
  ctx: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { course: slug, lesson: address }: { course: string; lesson: string },
) {
  const found = await findLearnerCourse(ctx, { course: slug });
  const lessons = found.sections.flatMap((section) => section.lessons);
  const at = lessons.findIndex((lesson) => lesson.slug === address);
  const lesson = lessons[at];
  const gate = gateOf(found, { actor: ctx.actor, now: ctx.clock.now() });
  const { access } = gate(lesson);
  if (!lesson || access === "hidden") throw notFound();
  return { ...found, access, gate, lesson, previous: lessons[at - 1], next: lessons[at + 1] };
}

function findBody(
  ctx: Context,
  { lesson, enrolmentId, text }: { lesson: LearnerLesson; enrolmentId: string | null; text: Locale },
): Promise<LectureView> {
  return unsafeFindLecture(ctx, { releaseId: lesson.releaseId, lessonId: lesson.id, enrolmentId, text });
}

async function findQuiz(
  ctx: Context,
  { lesson, enrolmentId }: { lesson: LearnerLesson; enrolmentId: string | null },
): Promise<QuizView | null> {
  const learner = ctx.actor && enrolmentId ? { userId: ctx.actor.id, enrolmentId } : null;
  return (await unsafeFindQuiz(ctx, { lessonId: lesson.id, releaseId: lesson.releaseId, learner })) ?? null;
}

async function findText(
  { db, locale }: Pick<UseCaseContext, "db" | "locale">,
  { lesson, wanted }: { lesson: LearnerLesson; wanted: string | undefined },
): Promise<LessonText> {
  const texts = await loadLessonTexts(db, { releaseId: lesson.releaseId, lessonId: lesson.id });
  const locales = texts.map((text) => text.locale).filter(isLocale);
  const best = locales.find((known) => known === wanted) ?? bestLocale(locales, locale);
  const text = texts.find((known) => known.locale === best);
  if (!text || !best) throw notFound();
  const sha256 = text.renderingSha256;
  return {
    locale: best,
    locales,
    title: text.title,
    summary: text.summary,
    sha256,
    html: await loadRendering(db, sha256),
  };
}
