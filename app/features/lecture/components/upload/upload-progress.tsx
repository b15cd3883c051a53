import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { CancelUpload } from "./cancel-upload.tsx";
import type { Sending } from "./sending.ts";

type UploadProgressProps = {
  sending: Extract<Sending, { total: number }>;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
};

/** A file on its way: how far it is, and what can be done. */
export function UploadProgress({ sending, onPause, onResume, onCancel }: UploadProgressProps) {
  const { t } = useTranslation("video");
  const { percent, bytes } = useFormats();
  const { kind, fileName, sent, total } = sending;
  const share = total === 0 ? 0 : sent / total;
  return (
    <div className="grid gap-3">
      <p className="font-semibold">
        <bdi>{fileName}</bdi>
      </p>
      <ProgressBar label={t("upload.progress")} value={share} />
      <p className="text-ink-2" data-upload={kind}>
        {t(`upload.${kind}`, { percent: percent(share), sent: bytes(sent), total: bytes(total) })}
      </p>
      {kind === "lost" ? <Notice kind="warning">{t("upload.lostText")}</Notice> : null}
      <div className="flex flex-wrap gap-3">
        {kind === "sending" ? (
          <Button type="button" kind="quiet" onClick={onPause}>
            {t("upload.pause")}
          </Button>
        ) : (
          <Button type="button" kind="quiet" onClick={onResume}>
            {t("upload.resume")}
          </Button>
        )}
        <CancelUpload onCancel={onCancel} />
      </div>
      <p className="text-ink-2 text-sm">{t("upload.stay")}</p>
    </div>
  );
}
