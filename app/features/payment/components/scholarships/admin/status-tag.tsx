import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { ScholarshipStatus } from "../../../scholarships/scholarship-filters.ts";

const kinds = { waiting: "gold", granted: "tile", used: "tile", refused: "plain", withdrawn: "plain" } as const;

/** How a scholarship stands, for who decides. */
export function StatusTag({ status }: { status: ScholarshipStatus }) {
  const { t } = useTranslation("scholarship-admin");
  return <Tag kind={kinds[status]}>{t(`status.${status}`)}</Tag>;
}
