import type { Locale } from "#app/platform/i18n/locales.ts";
import type { LessonPage, LessonText } from "./find-lesson-page.server.ts";
import { viewLesson, viewOutline } from "./outline-view.ts";

type Readable = Extract<LessonPage, { text: LessonText }>;

/** A lesson's page with no more in it than the player shows; without its HTML where the document has that already. */
export function viewLessonPage(page: Readable, { locale, withHtml }: { locale: Locale; withHtml: boolean }) {
  const { course, lesson, previous, next, text, lecture, quiz, access, progress, sections } = page;
  const { enrolment } = course;
  const learns = access === "learn" && enrolment !== null;
  // An enrolled learner before her cohort begins, and everybody without a place, may open previews only.
  const isOpen = ({ preview }: { preview: boolean }) => access !== "preview" || preview;
  const see = { locale, isOpen, enrolment };
  const resumes =
    learns && lecture === null && quiz === null && enrolment.lastLessonId === lesson.id && enrolment.lastPlace > 0;
  return {
    course: { slug: course.slug, titles: course.titles, completionRule: course.completionRule },
    access,
    enrolled: progress !== null,
    enrolmentId: learns ? enrolment.id : null,
    lesson: viewLesson(lesson, see),
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
    previous: previous && viewLesson(previous, see),
    next: next && viewLesson(next, see),
    resumeAt: resumes ? enrolment.lastPlace : null,
  };
}

export type LessonPageView = ReturnType<typeof viewLessonPage>;
