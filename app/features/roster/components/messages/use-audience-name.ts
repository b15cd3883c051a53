import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Audience } from "../../messages/audience.ts";
import { OWN_PACE, type RosterFilters } from "../../roster-filters.ts";
import { useStateName } from "../use-state-name.ts";

const isolated = (text: string) => `\u2068${text}\u2069`;

type Named = {
  kind: Audience["kind"];
  filters: RosterFilters | null;
  /** Of the cohort that is written to. */
  cohortNames: Translated | null;
  learner: string | null;
};

/** In words, to whom a message goes. `cohorts` name those by whom learners were looked for. */
export function useAudienceName(cohorts: readonly { id: string; names: Translated }[]): (audience: Named) => string {
  const { t } = useTranslation("course-message");
  const { locale } = usePageContext().formats;
  const stateName = useStateName();
  const nameOf = (names: Translated | null | undefined) =>
    names ? isolated(pickTranslated(names, locale).text) : t("audience.goneCohort");
  const filterName = ({ q, cohort, state }: RosterFilters) =>
    [
      state ? stateName(state) : "",
      cohort === OWN_PACE ? t("roster:cohort.ownPace") : "",
      cohort && cohort !== OWN_PACE ? nameOf(cohorts.find(({ id }) => id === cohort)?.names) : "",
      q ? t("audience.found", { q: isolated(q) }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
  return ({ kind, filters, cohortNames, learner }) => {
    if (kind === "all") return t("audience.all");
    if (kind === "cohort") return t("audience.cohort", { name: nameOf(cohortNames) });
    if (kind === "learner") return learner === null ? t("audience.goneLearner") : isolated(learner);
    return filterName(filters ?? {});
  };
}
