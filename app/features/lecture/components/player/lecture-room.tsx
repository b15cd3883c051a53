import type { ReactNode } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { LectureView, Seconds } from "../../playback.ts";
import { QualityMenu } from "../quality/quality-menu.tsx";
import { QualityWords } from "../quality/quality-words.tsx";
import { SlidesView } from "../slides/slides-view.tsx";
import { Transcript } from "../transcript/transcript.tsx";
import { useTranscript } from "../transcript/use-transcript.ts";
import { ChapterList } from "./chapter-list.tsx";
import { gapsOf, shareOf } from "./coverage.ts";
import { CoverageBar } from "./coverage-bar.tsx";
import { LectureNotices } from "./lecture-notices.tsx";
import { LectureStage } from "./lecture-stage.tsx";
import { SpeedChoice } from "./speed-choice.tsx";
import { useLecture } from "./use-lecture.ts";

/** How far a learner is in a lecture; `share` from 0 to 1. */
export type LectureProgress = { share: number; gaps: Seconds[]; onSeek: (seconds: number) => void };

type LectureRoomProps = {
  view: LectureView;
  address: { course: string; lesson: string };
  lesson: { id: string; title: string };
  /** Single keys are wanted. */
  keys: boolean;
  /** The server has a lecture down as complete: what the page shows of the course is old. */
  onCompleted: () => void;
  /** What is said of finishing, for somebody who learns here. */
  finish: (progress: LectureProgress) => ReactNode;
  /** The lesson's text. */
  children: ReactNode;
};

/** A lecture: the video, what of it was watched, its chapters and transcript, and the lesson's text. */
export function LectureRoom(props: LectureRoomProps) {
  const { view, address, lesson, keys, onCompleted, finish, children } = props;
  const { t } = useTranslation("lecture");
  const lecture = useLecture({ view, address, lessonId: lesson.id, keys, onCompleted });
  const { playback, quality, place, seek, covered, reading } = lecture;
  const transcript = useTranscript({ ...address, initial: view.transcript });
  const progress = {
    share: shareOf(covered, view.lengthSeconds),
    gaps: gapsOf(covered, view.lengthSeconds),
    onSeek: seek,
  };
  return (
    <div className="lecture">
      <div className="lecture-main">
        <section aria-label={t("video")} className="grid gap-3">
          {reading ? (
            <SlidesView
              slides={playback?.slides ?? []}
              currentSeconds={place}
              transcript={transcript.shown}
              onSeek={seek}
            />
          ) : (
            <LectureStage
              view={view}
              playback={playback}
              source={quality.source}
              begun={lecture.begun}
              onBegin={lecture.begin}
              resumeAt={lecture.resumeAt}
              onMedia={lecture.setMedia}
            />
          )}
          <div className="script-only flex flex-wrap items-center justify-end gap-2">
            <SpeedChoice media={lecture.media} />
            <QualityMenu quality={quality} />
          </div>
          <QualityWords quality={quality} />
          <LectureNotices trouble={lecture.trouble} saving={lecture.saving} refusedSeconds={lecture.refusedSeconds} />
        </section>
        {view.watching ? (
          <>
            <CoverageBar covered={covered} view={view} currentSeconds={place} onSeek={seek} />
            {finish(progress)}
          </>
        ) : null}
        <ChapterList chapters={view.chapters} currentSeconds={place} begun={lecture.begun} onSeek={seek} />
      </div>
      {transcript.shown ? (
        <div className="lecture-aside">
          <Transcript
            cues={transcript.shown.cues}
            locale={transcript.shown.locale}
            locales={view.captionLocales}
            currentSeconds={lecture.begun || reading ? place : 0}
            onSeek={seek}
            onLocale={transcript.choose}
            title={lesson.title}
          />
          {transcript.failed ? <Notice kind="warning">{t("reading-along:transcript.failed")}</Notice> : null}
        </div>
      ) : null}
      <div className="lecture-text">{children}</div>
    </div>
  );
}
