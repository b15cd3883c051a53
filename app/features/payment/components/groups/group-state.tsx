import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { ShownGroup } from "../../access/present-group.ts";
import { useLastDay } from "./group-place.tsx";

type Standing = Pick<ShownGroup, "open" | "closedAt" | "lastDay">;

/** Whether the codes of a group still give seats, and until when. */
export function GroupState({ group }: { group: Standing }) {
  const { t } = useTranslation("groups");
  const dayOf = useLastDay();
  const { date } = useFormats();
  if (group.closedAt && !group.open) return <Tag kind="plain">{t("state.closed", { date: date(group.closedAt) })}</Tag>;
  if (!group.open) return <Tag kind="plain">{t("state.over")}</Tag>;
  return <Tag kind="tile">{group.lastDay ? t("state.until", { date: dayOf(group.lastDay) }) : t("state.open")}</Tag>;
}
