import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Bound } from "./bound.ts";
import { OneOfField } from "./fields.tsx";

/** Whether parts earn their share each, or only all together. */
export function PartialField({ field }: { field: Bound<"none" | "each"> }) {
  const { t } = useTranslation("question");
  const options = [
    { value: "each" as const, label: t("partialEach") },
    { value: "none" as const, label: t("partialNone") },
  ];
  return <OneOfField field={field} label={t("partial")} options={options} />;
}
