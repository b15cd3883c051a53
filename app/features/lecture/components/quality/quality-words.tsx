import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useQualityName } from "./quality-name.ts";
import type { QualityState } from "./use-quality.ts";

/** Says why the lecture is not in the form she chose, and what she can do about it. Nothing where it is. */
export function QualityWords({ quality }: { quality: QualityState }) {
  const { t } = useTranslation("reading-along");
  const formats = useFormats();
  const nameOf = useQualityName(quality);
  const { notice } = quality;
  if (!notice) return null;
  const values = {
    wanted: nameOf(notice.wanted),
    mode: nameOf(notice.mode),
    size: formats.bytes(notice.bytes),
    left: formats.bytes(quality.leftBytes ?? 0),
  };
  return (
    <Notice kind={notice.because === "saveData" ? "info" : "warning"}>
      <p>{t(`quality.notice.${notice.because}`, values)}</p>
      {notice.because === "saveData" ? null : (
        <Button
          type="button"
          kind="quiet"
          size="s"
          className="mt-2"
          onClick={notice.because === "stall" ? quality.goBackUp : quality.goBeyondLimit}
        >
          {t(notice.because === "stall" ? "quality.goBackUp" : "quality.goBeyond", values)}
        </Button>
      )}
    </Notice>
  );
}
