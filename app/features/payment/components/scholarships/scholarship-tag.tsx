import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { MyScholarship } from "../../scholarships/find-my-scholarships.server.ts";

/** How a scholarship stands, in a word or two. */
export function ScholarshipTag({ status }: { status: MyScholarship["status"] }) {
  const { t } = useTranslation("scholarships");
  const kind = status === "granted" || status === "ordering" ? "gold" : status === "used" ? "tile" : "plain";
  return <Tag kind={kind}>{t(`status.${status}`)}</Tag>;
}
