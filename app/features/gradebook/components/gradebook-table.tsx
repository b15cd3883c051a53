import type { Grade } from "#app/features/progress/course-grade.ts";
import type { GradedLesson } from "#app/features/progress/find-enrolment-grades.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { GradebookRow } from "../find-gradebook.server.ts";
import type { GradedColumn } from "../find-graded-columns.server.ts";
import { useWeight } from "./use-weight.ts";

type GradebookTableProps = { course: string; columns: readonly GradedColumn[]; rows: readonly GradebookRow[] };

/** Learners by graded lessons; every grade is the way to where it may be overridden. */
export function GradebookTable({ course, columns, rows }: GradebookTableProps) {
  const { t } = useTranslation("gradebook");
  const { locale } = usePageContext().formats;
  const weight = useWeight();
  const titles = columns.map((column) => pickTranslated(column.titles, locale));
  const head = [
    { key: "name", label: t("table.learner") },
    { key: "grade", label: t("table.grade"), numeric: true },
    ...columns.map(({ lessonId, weights }, index) => ({
      key: lessonId,
      numeric: true,
      label: (
        <span className="block min-w-24">
          {titles[index] ? <LocalText value={titles[index]} /> : null}
          <span className="block font-normal text-ink-2">{weight(weights)}</span>
        </span>
      ),
    })),
  ];
  const lines = rows.map((row) => {
    const lessons = new Map(row.lessons.map((lesson) => [lesson.lessonId, lesson]));
    const cell = ({ lessonId }: GradedColumn, index: number) => {
      const address = `/teach/${course}/grades/${row.enrolmentId}/${lessonId}`;
      const lesson = lessons.get(lessonId);
      if (!lesson) return <NotGraded key={lessonId} />;
      return <GradeCell key={lessonId} {...{ lesson, address }} of={`${row.name}, ${titles[index]?.text ?? ""}`} />;
    };
    return {
      key: row.enrolmentId,
      cells: [
        <LearnerName key="name" course={course} row={row} />,
        <CourseGrade key="grade" grade={row.grade} />,
        ...columns.map(cell),
      ],
    };
  });
  return <DataTable caption={t("title")} captionHidden head={head} rows={lines} stickyFirst />;
}

function LearnerName({ course, row }: { course: string; row: GradebookRow }) {
  const { t } = useTranslation("gradebook");
  return (
    <span className="grid min-w-28 justify-items-start gap-1">
      <Link
        to={`/teach/${course}/learners/${row.enrolmentId}`}
        className="-my-2 inline-flex min-h-11 items-center text-tile underline underline-offset-4"
      >
        <bdi>{row.name}</bdi>
      </Link>
      {row.state === "active" ? null : <Tag kind="plain">{t(`roster:standing.${row.state}`)}</Tag>}
    </span>
  );
}

/** The grade of the course, or why there is none to say. */
export function CourseGrade({ grade }: { grade: Grade }) {
  const { t } = useTranslation("gradebook");
  const { exactPercent } = useFormats();
  if (grade === "waiting") return <span className="font-normal text-ink-2">{t("table.waiting")}</span>;
  if (grade === null) return <NoGrade />;
  return <strong>{exactPercent(grade / 10_000)}</strong>;
}

function NoGrade() {
  const { t } = useTranslation("gradebook");
  return (
    <>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t("table.none")}</VisuallyHidden>
    </>
  );
}

function NotGraded() {
  const { t } = useTranslation("gradebook");
  return (
    <span className="text-ink-2" title={t("table.notInRelease")}>
      <span aria-hidden="true">×</span>
      <VisuallyHidden>{t("table.notInRelease")}</VisuallyHidden>
    </span>
  );
}

type GradeCellProps = { lesson: GradedLesson; address: string; of: string };

function GradeCell({ lesson: { share, waiting, overridden }, address, of }: GradeCellProps) {
  const { t } = useTranslation("gradebook");
  const { exactPercent } = useFormats();
  return (
    <Link
      to={address}
      className="-my-2 inline-flex min-h-11 min-w-11 items-center justify-end gap-1 text-tile underline underline-offset-4"
    >
      {overridden ? (
        <>
          <Icon name="person" className="size-4 flex-none" />
          <VisuallyHidden>{t("table.given")} </VisuallyHidden>
        </>
      ) : null}
      {waiting ? t("table.waiting") : share === null ? <NoGrade /> : exactPercent(share / 10_000)}
      <VisuallyHidden> · {of}</VisuallyHidden>
    </Link>
  );
}
