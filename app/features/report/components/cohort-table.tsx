import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SmallBars } from "#app/ui/chart/small-bars.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { usePlotDirection } from "./use-plot-direction.ts";

type CohortTableProps = {
  course: Pick<ReportedCourse, "cohorts">;
  caption: string;
  columns: readonly { key: string; label: string }[];
  /** `inTime` is the shape of the counts by step of time. */
  rows: readonly { cohortId: string | null; cells: readonly string[]; inTime?: readonly number[] }[];
};

/** The same figures cohort by cohort. */
export function CohortTable({ course, caption, columns, rows }: CohortTableProps) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const direction = usePlotDirection();
  const most = Math.max(1, ...rows.flatMap(({ inTime = [] }) => inTime));
  const hasTime = rows.some(({ inTime }) => inTime !== undefined);
  const nameOf = (id: string | null) => {
    const cohort = course.cohorts.find((one) => one.id === id);
    return cohort ? <LocalText key="name" value={pickTranslated(cohort.names, locale)} /> : t("filter.noCohort");
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      head={[
        t("filter.cohort"),
        ...columns.map((column) => ({ ...column, numeric: true })),
        ...(hasTime ? [t("overTime")] : []),
      ]}
      rows={rows.map(({ cohortId, cells, inTime }) => ({
        key: cohortId ?? "none",
        cells: [
          nameOf(cohortId),
          ...cells,
          ...(inTime ? [<SmallBars key="time" direction={direction} values={inTime} most={most} />] : []),
        ],
      }))}
    />
  );
}
