import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { QualityMode } from "../../quality/plan-quality.ts";

/** What a form of a lecture is called; a number of lines stands for itself. */
export function useQualityName(): (mode: QualityMode) => string {
  const { t } = useTranslation("reading-along");
  return (mode) => (/^\d/.test(mode) ? mode : t(`quality.name.${mode}`));
}
