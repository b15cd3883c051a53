import { useId } from "react";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { FileControl } from "#app/ui/file-field.tsx";
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
      <FileControl
        id={id}
        words={useFileWords()}
        accept="video/*,.mkv"
        aria-describedby={`${id}-hint`}
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
