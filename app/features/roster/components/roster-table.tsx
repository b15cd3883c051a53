import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { RosterLearner } from "../grade-learners.server.ts";

type RosterTableProps = { course: string; learners: readonly RosterLearner[]; brief?: boolean };

/** Learners of a course and how far each is; `brief` where there is room for that alone. */
export function RosterTable({ course, learners, brief = false }: RosterTableProps) {
  const { t } = useTranslation("roster");
  const { locale } = usePageContext().formats;
  const { date } = useFormats();
  const columns = ["name", "progress", "grade", "seen", "cohort", "enrolled", "write"].slice(0, brief ? 3 : undefined);
  const rows = learners.map((learner) => ({
    key: learner.enrolmentId,
    cells: [
      <LearnerName key="name" course={course} learner={learner} />,
      <LearnerProgress key="progress" learner={learner} />,
      <LearnerGrade key="grade" learner={learner} />,
      learner.lastSeenAt ? date(learner.lastSeenAt) : t("never"),
      learner.cohortNames ? <LocalText key="cohort" value={pickTranslated(learner.cohortNames, locale)} /> : "—",
      date(learner.enrolledAt),
      <WriteTo key="write" course={course} learner={learner} />,
    ].slice(0, columns.length),
  }));
  const head = columns.map((key) => ({ key, label: t(`column.${key}`) }));
  return <DataTable caption={t("title")} captionHidden head={head} rows={rows} />;
}

function LearnerName({ course, learner }: { course: string; learner: RosterLearner }) {
  return (
    <span className="grid min-w-40 gap-0.5">
      <Link
        to={`/teach/${course}/learners/${learner.enrolmentId}`}
        className="-my-2 inline-flex min-h-11 items-center text-tile underline underline-offset-4"
      >
        <bdi>{learner.name}</bdi>
      </Link>
      <span className="break-all font-normal text-ink-2 text-xs">
        <bdi dir="ltr">{learner.email}</bdi>
      </span>
      <Standing learner={learner} />
    </span>
  );
}

/** Whoever has no place in the course now is not written to. */
function WriteTo({ course, learner }: { course: string; learner: RosterLearner }) {
  const { t } = useTranslation("roster");
  if (learner.state !== "active") return null;
  return (
    <Link
      to={`/teach/${course}/messages/new?to=${learner.enrolmentId}`}
      className="-my-2 grid size-11 place-items-center rounded-sm text-tile hover:bg-tile-tint"
    >
      <Icon name="mail" className="size-5" />
      <VisuallyHidden>{t("write.one", { name: learner.name })}</VisuallyHidden>
    </Link>
  );
}

function Standing({ learner }: { learner: RosterLearner }) {
  const { t } = useTranslation("roster");
  const { date } = useFormats();
  if (learner.state !== "active") return <Said kind="plain">{t(`standing.${learner.state}`)}</Said>;
  if (learner.completedAt)
    return <Said kind="gold">{t("standing.finished", { date: date(learner.completedAt) })}</Said>;
  if (learner.ended && learner.accessUntil)
    return <Said kind="plain">{t("standing.ended", { date: date(learner.accessUntil) })}</Said>;
  return null;
}

function Said({ kind, children }: { kind: "plain" | "gold"; children: string }) {
  return (
    <span className="mt-1">
      <Tag kind={kind}>{children}</Tag>
    </span>
  );
}

function LearnerGrade({ learner: { grade } }: { learner: RosterLearner }) {
  const { t } = useTranslation("roster");
  const { percent } = useFormats();
  if (grade === "waiting") return <span className="text-ink-2">{t("gradeWaits")}</span>;
  return <span className="tabular-nums">{grade === null ? "—" : percent(grade / 10_000)}</span>;
}

function LearnerProgress({ learner }: { learner: RosterLearner }) {
  const { t } = useTranslation("roster");
  const { percent } = useFormats();
  const share = learner.progress / 10_000;
  return (
    <span className="flex min-w-36 items-center gap-2">
      <ProgressBar label={t("progressOf", { name: learner.name })} value={share} />
      <span className="flex-none tabular-nums">{percent(share)}</span>
    </span>
  );
}
