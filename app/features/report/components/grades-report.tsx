import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { GradeDistribution } from "../find-grade-distribution.server.ts";
import { Histogram } from "./histogram.tsx";
import { ReportSection } from "./report-section.tsx";

type GradesProps = { course: { slug: string }; grades: GradeDistribution };

const quartileNames = ["firstQuartile", "median", "thirdQuartile"] as const;

/** What learners' grades come to. */
export function GradesReport({ course, grades }: GradesProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const { quartiles } = grades;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("grades.graded")} value={formats.number(grades.graded)} />
        <Stat label={t("grades.waiting")} value={formats.number(grades.waiting)} />
        <Stat label={t("grades.ungraded")} value={formats.number(grades.ungraded)} />
        {grades.mean === null ? null : <Stat label={t("grades.mean")} value={formats.percent(grades.mean)} />}
        {quartiles
          ? quartileNames.map((name, place) => (
              <Stat key={name} label={t(name)} value={formats.percent(quartiles[place] ?? 0)} />
            ))
          : null}
      </dl>
      <ReportSection title={t("grades.histogram")} lead={t("grades.meaning")}>
        <Histogram
          label={t("grades.plot")}
          bars={grades.histogram.map(({ from, to, count }) => ({
            from,
            count,
            name: `${formats.percent(from)} – ${formats.percent(to)}`,
          }))}
          ticks={[0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => ({ at, label: formats.percent(at) }))}
          quartiles={quartiles}
          table={{ caption: t("grades.histogram"), head: t("grades.grade") }}
        />
      </ReportSection>
      <ReportSection title={t("grades.byLesson")} lead={t("grades.byLessonLead")}>
        <LessonTable course={course} grades={grades} />
      </ReportSection>
    </div>
  );
}

function LessonTable({ course, grades: { lessons } }: GradesProps) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const share = (value: number | null | undefined) => (value == null ? "–" : formats.percent(value));
  const numeric = [
    ...(["graded", "waiting", "overridden", "mean"] as const).map((key) => ({ key, label: t(`grades.${key}`) })),
    ...quartileNames.map((key) => ({ key, label: t(key) })),
  ];
  return (
    <DataTable
      caption={t("grades.byLesson")}
      captionHidden
      head={[t("lesson"), ...numeric.map((column) => ({ ...column, numeric: true }))]}
      rows={lessons.map(({ lessonId, slug, titles, graded, waiting, overridden, mean, quartiles }) => ({
        key: lessonId,
        cells: [
          <Link
            key="title"
            to={`/teach/${course.slug}/${slug}/results`}
            className="-my-2 inline-flex min-h-9 min-w-40 items-center text-tile underline underline-offset-4"
          >
            <LocalText value={pickTranslated(titles, locale)} />
          </Link>,
          formats.number(graded),
          formats.number(waiting),
          formats.number(overridden),
          share(mean),
          ...quartileNames.map((_, place) => share(quartiles?.[place])),
        ],
      }))}
    />
  );
}
