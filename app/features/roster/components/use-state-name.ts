import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { RosterState } from "../roster-filters.ts";

const unseenDays: Partial<Record<RosterState | "all", number>> = { unseen7: 7, unseen14: 14, unseen30: 30 };

/** What learners of a state are called. */
export function useStateName(): (state: RosterState | "all") => string {
  const { t } = useTranslation("roster");
  return (state) => {
    const count = unseenDays[state];
    return count === undefined ? t(`state.${state}`) : t("state.unseen", { count });
  };
}
