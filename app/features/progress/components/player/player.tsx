import type { SubmissionResult } from "@conform-to/react";
import { type ReactNode, Suspense, useCallback, useState } from "react";
import { useNavigate } from "react-router";
import lectureStyles from "#app/features/lecture/components/lecture.css?url";
import { lazyPart, PartOnItsWay } from "#app/platform/browser/lazy-part.tsx";
import { useHref } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SkipLink } from "#app/ui/skip-link.tsx";
import type { LessonPageView } from "../../lesson-page-view.ts";
import type { ReadingSettings } from "../../reading-settings.ts";
import { FinishLesson } from "./finish-lesson.tsx";
import { LessonArticle, LessonHead } from "./lesson-article.tsx";
import { Invitation, LessonWays, lessonAddress } from "./lesson-ways.tsx";
import { PlayerBar } from "./player-bar.tsx";
import { PlayerOutline } from "./player-outline.tsx";
import { ReadingMenu } from "./reading-menu.tsx";
import { useKeptCompletions } from "./use-kept-completions.ts";
import { usePlace } from "./use-place.ts";
import { usePlayerKeys } from "./use-player-keys.ts";
import "./player.css";

const KeysDialog = lazyPart(() => import("./keys-dialog.tsx"));
const LectureLesson = lazyPart(() => import("./lecture-lesson.tsx"));
const QuizLesson = lazyPart(() => import("./quiz-lesson.tsx"));

type PlayerProps = {
  page: LessonPageView;
  /** As the cookie has it. */
  reading: ReadingSettings;
  /** The language she chose to read in, if it is not simply the best one. */
  text: string | undefined;
  /** More settings, for the menu of settings. */
  settings: ReactNode;
  /** Something around the page offers the way past itself. */
  isFramed?: boolean;
  /** What the lesson's own form was refused for. */
  result?: SubmissionResult<string[]>;
};

/** A lesson with the course around it: outline, text, the end of the lesson, and the way on. */
export function Player({ page, reading: kept, text, settings, isFramed = false, result }: PlayerProps) {
  const { t } = useTranslation("learn");
  const [reading, setReading] = useState(kept);
  const { lesson, enrolmentId, resumeAt } = page;
  const { keptLessonIds } = useKeptCompletions();
  usePlace({ enrolmentId, lessonId: lesson.id, resumeAt });
  const keys = useKeys({ page, text, enabled: reading.keys === "on" });
  return (
    <div className="player min-h-dvh" data-size={reading.size} data-width={reading.width}>
      {isFramed ? null : <SkipLink>{t("ui:skipToContent")}</SkipLink>}
      <PlayerBar page={page}>
        <ReadingMenu reading={reading} onChange={setReading} onShowKeys={keys.show}>
          {settings}
        </ReadingMenu>
      </PlayerBar>
      <div className="player-columns">
        <PlayerOutline key={lesson.id} page={page} />
        <main id="main" tabIndex={-1} className="player-main">
          <LessonBody page={page} keys={reading.keys === "on"} result={result} />
          <div className="lesson-foot mt-10 grid gap-6">
            {enrolmentId && !page.lecture && !page.quiz ? (
              <FinishLesson
                key={lesson.id}
                enrolmentId={enrolmentId}
                lessonId={lesson.id}
                completed={lesson.completed}
                kept={keptLessonIds.includes(lesson.id)}
                byReachingEnd={page.course.completionRule === "reachEnd"}
                finishedCourse={page.finishedCourse}
              />
            ) : null}
            <Invitation page={page} />
            <LessonWays page={page} text={text} />
          </div>
        </main>
      </div>
      {keys.dialog}
    </div>
  );
}

type LessonBodyProps = { page: LessonPageView; keys: boolean; result: PlayerProps["result"] };

function LessonBody({ page, keys, result }: LessonBodyProps) {
  if (page.quiz) {
    return (
      <>
        <LessonArticle page={page} />
        <Suspense fallback={<PartOnItsWay />}>
          <QuizLesson key={page.lesson.id} page={page} quiz={page.quiz} result={result} />
        </Suspense>
      </>
    );
  }
  if (!page.lecture) return <LessonArticle page={page} />;
  return (
    <>
      <link rel="stylesheet" href={lectureStyles} precedence="lecture" />
      <LessonHead page={page} />
      <Suspense fallback={<PartOnItsWay />}>
        <LectureLesson key={page.lesson.id} page={page} lecture={page.lecture} keys={keys}>
          <LessonArticle page={page} headless />
        </LectureLesson>
      </Suspense>
    </>
  );
}

function useKeys({ page, text, enabled }: { page: LessonPageView; text: string | undefined; enabled: boolean }) {
  const navigate = useNavigate();
  const href = useHref();
  const [shown, setShown] = useState(false);
  const show = useCallback(() => setShown(true), []);
  const { course, previous, next } = page;
  const lead = (to: typeof next) =>
    to?.open ? () => void navigate(href(lessonAddress(course.slug, to.slug, text))) : undefined;
  usePlayerKeys({ enabled, onNext: lead(next), onPrevious: lead(previous), onHelp: show });
  const dialog = shown ? (
    <Suspense fallback={<PartOnItsWay />}>
      <KeysDialog lecture={page.lecture !== null} onClose={() => setShown(false)} />
    </Suspense>
  ) : null;
  return { show, dialog };
}
