import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import type { LessonPage, LessonText } from "./find-lesson-page.server.ts";
import { viewLesson, viewOutline, viewWait } from "./outline-view.ts";

type Readable = Extract<LessonPage, { text: LessonText }>;
type Unreadable = Extract<LessonPage, { text: null }>;

/** A lesson's page with no more in it than the player shows; without its HTML where the document has that already. */
export function viewLessonPage(page: Readable, { locale, withHtml }: { locale: Locale; withHtml: boolean }) {
  const { course, lesson, previous, next, text, lecture, quiz, access, progress, sections } = page;
  const { enrolment } = course;
  const learns = access === "learn" && enrolment !== null;
  const see = { locale, gate: page.gate, enrolment };
  const all = sections.flatMap((section) => section.lessons);
  const resumes =
    learns && lecture === null && quiz === null && enrolment.lastLessonId === lesson.id && enrolment.lastPlace > 0;
  return {
    course: { slug: course.slug, titles: course.titles, completionRule: course.completionRule },
    access,
    enrolled: progress !== null,
    enrolmentId: learns ? enrolment.id : null,
    lesson: viewLesson(lesson, all, see),
    text: { ...text, html: withHtml ? text.html : null },
    lecture,
    quiz,
    outline: viewOutline(sections, see),
    progress: progress && {
      share: progress.share,
      required: progress.required,
      completedRequired: progress.completedRequired,
      finished: progress.finished,
    },
    finishedCourse: progress?.finished ? { slug: course.slug, certified: course.certified } : null,
    previous: previous && viewLesson(previous, all, see),
    next: next && viewLesson(next, all, see),
    resumeAt: resumes ? enrolment.lastPlace : null,
  };
}

/** What is told of a lesson that is closed to a learner: what it is, why, and what opens it. */
export function viewClosedLesson({ course, lesson, access, gate, progress, sections }: Unreadable, locale: Locale) {
  const { enrolment } = course;
  const all = sections.flatMap((section) => section.lessons);
  return {
    course: { slug: course.slug, titles: course.titles },
    enrolled: progress !== null,
    progress: progress && { share: progress.share },
    lesson: { title: pickTranslated(lesson.titles, locale), minutes: lesson.minutes, kind: lesson.kind },
    wait: viewWait(gate(lesson).wait, all, { locale, gate }),
    endedAt: access === "ended" ? (enrolment?.accessUntil ?? null) : null,
  };
}

export type ClosedLessonView = ReturnType<typeof viewClosedLesson>;
export type LessonPageView = ReturnType<typeof viewLessonPage>;
