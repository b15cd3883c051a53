import { findDraftLecture } from "#app/features/lecture/editing/find-draft-lecture.server.ts";
import type { LectureView } from "#app/features/lecture/playback.ts";
import { draftRenderer } from "#app/features/lesson/render-draft.server.ts";
import type { LessonText } from "#app/features/progress/find-lesson-page.server.ts";
import { isReadable } from "#app/features/progress/lesson-access.ts";
import {
  type ClosedLessonView,
  type LessonPageView,
  viewClosedLesson,
  viewLessonPage,
} from "#app/features/progress/lesson-page-view.ts";
import { unsafeFindDraftQuiz } from "#app/features/quiz/find-draft-quiz.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { bestLocale, type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { findLook, type LookContext } from "./find-look.server.ts";
import type { LookAs } from "./look-as.ts";

type Asked = { course: string; lesson: string; as: LookAs; text?: string };

export type LookLesson = {
  course: { slug: string; titles: LessonPageView["course"]["titles"] };
  locales: Locale[];
  kind: string;
} & (
  | { page: LessonPageView; closed: null; refused: null }
  | { page: null; closed: ClosedLessonView; refused: null }
  /** She would be sent elsewhere, or the text cannot be shown yet. */
  | { page: null; closed: null; refused: "signIn" | "enrol" | "unreadable" }
);

/**
 * A lesson of a course's draft as somebody would meet it once it is released. Nothing is recorded. Throws 404 where the
 * actor may not edit the course or the draft has no such lesson.
 */
export async function findLookLesson(ctx: LookContext, { lesson: slug, text, ...asked }: Asked): Promise<LookLesson> {
  const look = await findLook(ctx, asked);
  const lessons = look.sections.flatMap((section) => section.lessons);
  const at = lessons.findIndex((one) => one.slug === slug);
  const lesson = lessons[at];
  if (!lesson) throw notFound();
  const { course, locales, sections, progress, gate } = look;
  const about = { course: { slug: course.slug, titles: course.titles }, locales, kind: lesson.kind };
  const beside = { course, sections, progress, gate, lesson, previous: lessons[at - 1], next: lessons[at + 1] };
  const { access } = gate(lesson);
  if (access === "hidden") throw notFound();
  if (access === "signIn" || access === "enrol") return { ...about, page: null, closed: null, refused: access };
  if (!isReadable(access)) {
    return {
      ...about,
      page: null,
      closed: viewClosedLesson({ ...beside, access, text: null }, ctx.locale),
      refused: null,
    };
  }
  const shown = await findText(ctx, { look, lessonId: lesson.id, wanted: text });
  if (!shown) return { ...about, page: null, closed: null, refused: "unreadable" };
  const lecture = lesson.kind === "lecture" ? await findLecture(ctx, { ...asked, lesson: slug }) : null;
  const quiz =
    lesson.kind === "quiz" ? await unsafeFindDraftQuiz(ctx.db, { lessonId: lesson.id, courseId: course.id }) : null;
  const view = viewLessonPage(
    { ...beside, access, text: shown, lecture, quiz },
    { locale: ctx.locale, withHtml: true },
  );
  return { ...about, page: view, closed: null, refused: null };
}

type Look = Awaited<ReturnType<typeof findLook>>;

/** In the wanted language or the best one; undefined where it cannot be shown. */
async function findText(
  { db, locale }: LookContext,
  { look, lessonId, wanted }: { look: Look; lessonId: string; wanted: string | undefined },
): Promise<LessonText | undefined> {
  const lesson = look.draft.sections.flatMap((section) => section.lessons).find(({ id }) => id === lessonId);
  const locales = look.locales.filter((one) => lesson?.texts.some((text) => text.locale === one));
  const best = locales.find((one) => one === wanted) ?? bestLocale(locales, locale);
  const text = lesson?.texts.find((one) => one.locale === best);
  if (!lesson || !text || !best) return undefined;
  const render = await draftRenderer(db, look.draft);
  try {
    const { title, summary, renderingSha256: sha256, html } = await render(lesson, text);
    return { locale: best, locales, title, summary, sha256, html };
  } catch (error) {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  }
}

/** The draft's video; nothing of its watching is kept. */
async function findLecture(ctx: LookContext, address: { course: string; lesson: string }): Promise<LectureView> {
  const draft = await findDraftLecture(ctx, address);
  const captions = draft.captions.map(({ locale, cues }) => ({ locale, cues }));
  const best = bestLocale(
    captions.map((one) => one.locale),
    ctx.locale,
  );
  return {
    state: draft.video?.state === "ready" ? "ready" : "away",
    lengthSeconds: draft.lengthSeconds ?? 0,
    thresholdPercent: 0,
    chapters: draft.chapters.map(({ at, titles }) => {
      const { text, locale } = pickTranslated(titles, ctx.locale);
      return { at, title: text, locale };
    }),
    qualities: [],
    captionLocales: [],
    transcript: captions.find((one) => one.locale === best) ?? null,
    hasSlides: draft.slides.length > 0,
    watching: null,
    dataBudget: null,
    playbackAt: `/resources/draft-playback/${address.course}/${address.lesson}`,
  };
}
