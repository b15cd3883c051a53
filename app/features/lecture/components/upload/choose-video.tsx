import { useId } from "react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { MAX_VIDEO_BYTES } from "../../upload-limits.ts";

/** Where a video file is chosen; it is sent as soon as it is. */
export function ChooseVideo({ label, onChoose }: { label: string; onChoose: (file: File) => void }) {
  const { t } = useTranslation("video");
  const { bytes } = useFormats();
  const id = useId();
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept="video/*,.mkv"
        aria-describedby={`${id}-hint`}
        className="min-h-11 w-full min-w-0 rounded-sm border border-line-strong border-dashed bg-surface p-3 file:me-3 file:rounded-sm file:border-0 file:bg-tile-tint file:px-3 file:py-2 file:text-tile-strong"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (file) onChoose(file);
        }}
      />
      <p id={`${id}-hint`} className="text-ink-2 text-sm">
        {t("upload.hint", { size: bytes(MAX_VIDEO_BYTES) })}
      </p>
      <noscript>{t("upload.noScript")}</noscript>
    </div>
  );
}
