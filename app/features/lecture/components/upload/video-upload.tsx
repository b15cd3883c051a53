import { useCallback } from "react";
import { useRevalidator } from "react-router";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { UploadView } from "../../upload-view.ts";
import { CancelUpload } from "./cancel-upload.tsx";
import { ChooseVideo } from "./choose-video.tsx";
import { UploadProgress } from "./upload-progress.tsx";
import { UploadStanding } from "./upload-standing.tsx";
import { useSending } from "./use-sending.ts";
import { useUploadState } from "./use-upload-state.ts";

type VideoUploadProps = {
  courseSlug: string;
  lessonId: string;
  /** The video last uploaded for the lesson, as `findLessonUpload` finds it. */
  video: UploadView | null;
};

const act = (id: string, intent: "cancel" | "retry") =>
  fetch(`/resources/videos/${id}`, { method: "POST", body: new URLSearchParams({ intent }) }).catch(() => undefined);

/**
 * Uploads a video for a lecture: with progress, to be paused and gone on with, also after the page was loaded again or
 * on another device, and says how the video stands afterwards. The page is loaded again when that has changed.
 */
export function VideoUpload({ courseSlug, lessonId, video: given }: VideoUploadProps) {
  const { t } = useTranslation("video");
  const { revalidate } = useRevalidator();
  const onNews = useCallback(() => void revalidate(), [revalidate]);
  const sender = useSending({ course: courseSlug, lessonId }, onNews);
  const { sending, begun, stop } = sender;
  const { video } = useUploadState(given, { arrived: sending.kind === "sent", onSettled: onNews });
  const onTheWay = "total" in sending;
  const choose = (file: File) => {
    const other = video?.state === "uploading" && (file.name !== video.fileName || file.size !== video.bytes);
    if (other) sender.refuse("otherFile");
    else void sender.send(file);
  };
  const actOn = async (id: string | undefined, intent: "cancel" | "retry") => {
    stop();
    if (id) await act(id, intent);
    onNews();
  };
  const busy = onTheWay || sending.kind === "preparing" || sending.kind === "waiting";
  // The page says of a video that is ready what there is to say, save right after it was sent.
  const told = video?.state === "ready" && sending.kind !== "sent";
  return (
    <section className="grid gap-4" aria-label={t("upload.title")}>
      {onTheWay ? (
        <UploadProgress
          sending={sending}
          onPause={sender.pause}
          onResume={sender.resume}
          onCancel={() => actOn(begun?.address.videoId, "cancel")}
        />
      ) : null}
      {sending.kind === "preparing" ? <p role="status">{t("upload.preparing")}</p> : null}
      {sending.kind === "waiting" ? (
        <Notice kind="warning" title={<bdi>{sending.fileName}</bdi>}>
          <p>{t("upload.waiting")}</p>
          <div className="mt-2">
            <CancelUpload onCancel={() => actOn(video?.state === "uploading" ? video.id : undefined, "cancel")} />
          </div>
        </Notice>
      ) : null}
      {sending.kind === "refused" ? <Notice kind="error">{t(`upload.refusals.${sending.reason}`)}</Notice> : null}
      {video && !onTheWay && !told && (video.state !== "uploading" || !busy) ? (
        <UploadStanding
          video={video}
          onRetry={() => actOn(video.id, "retry")}
          onCancel={() => actOn(video.id, "cancel")}
        />
      ) : null}
      {busy || video?.state === "processing" ? null : <ChooseVideo label={t(labelOf(video))} onChoose={choose} />}
    </section>
  );
}

function labelOf(video: UploadView | null) {
  if (video?.state === "uploading") return "upload.chooseSame";
  return video?.state === "ready" ? "upload.chooseOther" : "upload.choose";
}
