import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { QualityMode } from "../../quality/plan-quality.ts";

/** What a form of a lecture is called; a number of lines stands for itself. */
export function useQualityName({ hasSlides }: { hasSlides: boolean }): (mode: QualityMode) => string {
  const { t } = useTranslation("reading-along");
  return (mode) => {
    if (mode === "slides" && !hasSlides) return t("quality.name.text");
    return /^\d/.test(mode) ? mode : t(`quality.name.${mode}`);
  };
}
