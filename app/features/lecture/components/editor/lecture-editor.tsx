import type { ReactNode } from "react";
import { TextLinks } from "#app/features/lesson/components/editing/text-links.tsx";
import { titlesOf } from "#app/features/lesson/editing/text-titles.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { DraftLecture } from "../../editing/find-draft-lecture.server.ts";
import type { DraftPlayback } from "../../editing/find-draft-playback.server.ts";
import { CaptionsSection } from "./captions-section.tsx";
import { ChaptersSection } from "./chapters-section.tsx";
import { SlidesSection } from "./slides-section.tsx";
import { useEditorVideo } from "./use-editor-video.ts";
import { VideoChange } from "./video-change.tsx";
import { VideoPane } from "./video-pane.tsx";

type LectureEditorProps = {
  draft: DraftLecture;
  playback: DraftPlayback;
  /** Id of the person who edits. */
  owner: string;
  /** What uploads a video. */
  upload: ReactNode;
};

/** All that an instructor does with a lecture, around its video. */
export function LectureEditor({ draft, playback, owner, upload }: LectureEditorProps) {
  const { t } = useTranslation("lecture-editor");
  const { locale } = usePageContext().formats;
  const video = useEditorVideo();
  const { course, lesson, lengthSeconds } = draft;
  const address = { course: course.slug, lesson: lesson.slug };
  const titles = titlesOf(draft.texts);
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)] lg:items-start lg:gap-10">
      <div className="sticky top-0 z-10 bg-paper py-2 lg:top-4">
        <VideoPane
          videoId={draft.video?.id}
          signed={playback.signed}
          away={playback.away}
          video={video}
          title={pickTranslated(titles, locale)}
        />
      </div>
      <div className="grid min-w-0 grid-cols-1 gap-12">
        <VideoSection draft={draft} upload={upload} />
        <CaptionsSection
          address={address}
          owner={owner}
          courseLocales={course.locales}
          captions={draft.captions}
          lengthSeconds={lengthSeconds}
          video={video}
        />
        <ChaptersSection
          address={address}
          locales={course.locales}
          chapters={draft.chapters}
          lengthSeconds={lengthSeconds}
          video={video}
        />
        <SlidesSection address={address} slides={playback.slides} hasVideo={playback.signed !== null} video={video} />
        <TextLinks {...address} texts={draft.texts} hint={t("textHint")} />
      </div>
    </div>
  );
}

function VideoSection({ draft, upload }: Pick<LectureEditorProps, "draft" | "upload">) {
  const { t } = useTranslation("lecture-editor");
  const { clock } = useFormats();
  const { video, offered, change, lengthSeconds } = draft;
  return (
    <section aria-labelledby="video" className="grid grid-cols-1 gap-4">
      <h2 id="video" className="font-bold font-read text-2xl">
        {t("video.title")}
      </h2>
      {video && lengthSeconds !== null ? (
        <p className="text-ink-2">
          <bdi>{video.fileName}</bdi> · {clock(lengthSeconds)}
        </p>
      ) : null}
      {offered?.state === "ready" && change ? <VideoChange offered={offered} change={change} /> : null}
      {upload}
    </section>
  );
}
