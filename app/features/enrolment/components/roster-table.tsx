import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { RosterEntry } from "../find-enrolments-for-course.server.ts";

/** The learners of a course and how far each is. */
export function RosterTable({ learners }: { learners: readonly RosterEntry[] }) {
  const { t } = useTranslation("teach");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const rows = learners.map((learner) => ({
    key: learner.enrolmentId,
    cells: [
      <span key="name" className="flex flex-wrap items-center gap-2">
        <bdi>{learner.name}</bdi>
        {learner.state === "active" ? null : <Tag kind="plain">{t(`roster.${learner.state}`)}</Tag>}
      </span>,
      <LearnerProgress key="progress" learner={learner} />,
      learner.cohortNames ? <LocalText key="cohort" value={pickTranslated(learner.cohortNames, locale)} /> : "—",
      formats.date(learner.enrolledAt),
      learner.lastSeenAt ? formats.date(learner.lastSeenAt) : "—",
    ],
  }));
  const head = ["name", "progress", "cohort", "enrolled", "seen"].map((key) => ({ key, label: t(`roster.${key}`) }));
  return <DataTable caption={t("roster.title")} captionHidden head={head} rows={rows} />;
}

function LearnerProgress({ learner }: { learner: RosterEntry }) {
  const { t } = useTranslation("teach");
  const formats = useFormats();
  const share = learner.required === 0 ? 0 : learner.completedRequired / learner.required;
  return (
    <span className="flex min-w-36 items-center gap-2">
      <ProgressBar label={t("roster.progressOf", { name: learner.name })} value={share} />
      <span className="flex-none tabular-nums">{formats.percent(share)}</span>
      {learner.completedAt ? <Tag kind="gold">{t("roster.finished")}</Tag> : null}
    </span>
  );
}
