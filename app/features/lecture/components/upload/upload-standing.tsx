import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { UploadView } from "../../upload-view.ts";
import { CancelUpload } from "./cancel-upload.tsx";

/** Failures that the academy names; whatever else a provider says is one of them too. */
const FAILURES = ["lost", "notVideo", "noPicture", "unplayable", "uploadTimedOut", "providerFailed"] as const;

type UploadStandingProps = { video: UploadView; onRetry: () => void; onCancel: () => void };

/** How a video stands with the academy when nothing of it is being sent from here. */
export function UploadStanding({ video, onRetry, onCancel }: UploadStandingProps) {
  const { t } = useTranslation("video");
  const { percent, clock } = useFormats();
  const { state, fileName, bytes, received, durationMs } = video;
  const name = <bdi>{fileName}</bdi>;
  if (state === "ready") {
    return (
      <Notice kind="success" title={name}>
        {t("upload.ready", { length: clock(Math.round((durationMs ?? 0) / 1_000)) })}
      </Notice>
    );
  }
  if (state === "processing") {
    return (
      <Notice kind="info" title={name}>
        {t("upload.processing")}
      </Notice>
    );
  }
  if (state === "failed") {
    const failure = FAILURES.find((known) => known === video.failure) ?? "other";
    return (
      <Notice kind="error" title={name}>
        <p>{t(`failures.${failure}`)}</p>
        <Button type="button" kind="quiet" size="s" className="mt-2" onClick={onRetry}>
          {t("upload.retry")}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={name}>
      <p>
        {received === null
          ? t("upload.stoppedSomewhere")
          : t("upload.stopped", { percent: percent(Math.min(1, received / bytes)) })}
      </p>
      <div className="mt-2">
        <CancelUpload onCancel={onCancel} />
      </div>
    </Notice>
  );
}
