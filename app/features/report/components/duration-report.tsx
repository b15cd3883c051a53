import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { spreadTicks } from "#app/ui/chart/plot-frame.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { Durations } from "../find-durations.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { CohortTable } from "./cohort-table.tsx";
import { Histogram } from "./histogram.tsx";
import { ReportSection } from "./report-section.tsx";

type DurationProps = { course: ReportedCourse; durations: Durations };

const names = ["firstQuartile", "median", "thirdQuartile"] as const;

/** How long learners take to finish. */
export function DurationReport({ course, durations }: DurationProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const { enrolled, finished, quartiles, cohorts } = durations;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("duration.finished")} value={formats.number(finished)} />
        <Stat label={t("duration.ofEnrolled")} value={formats.percent(enrolled === 0 ? 0 : finished / enrolled)} />
        {quartiles
          ? names.map((name, place) => <Stat key={name} label={t(name)} value={formats.days(quartiles[place] ?? 0)} />)
          : null}
      </dl>
      <ReportSection title={t("duration.histogram")} lead={t("duration.meaning")}>
        <DurationHistogram durations={durations} />
      </ReportSection>
      {course.cohorts.length > 0 ? (
        <ReportSection title={t("byCohort")}>
          <CohortTable
            course={course}
            caption={t("byCohort")}
            columns={[
              { key: "finished", label: t("duration.finished") },
              ...names.map((name) => ({ key: name, label: t(name) })),
            ]}
            rows={cohorts.map((cohort) => ({
              cohortId: cohort.cohortId,
              cells: [formats.number(cohort.finished), ...cohort.quartiles.map((days) => formats.days(days))],
            }))}
          />
        </ReportSection>
      ) : null}
    </div>
  );
}

function DurationHistogram({ durations: { histogram, quartiles } }: Pick<DurationProps, "durations">) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const [first] = histogram;
  if (!first) return null;
  const width = (first.to ?? 1) - first.from;
  const unit = width < 1 ? "hour" : "day";
  // Where a length of time stands along the plot; beyond its end is within the last bar.
  const at = (days: number) => Math.min(1 - 0.5 / histogram.length, days / (width * histogram.length));
  return (
    <Histogram
      label={t("duration.plot")}
      bars={histogram.map(({ from, to, count }) => ({
        from,
        count,
        name:
          to === null
            ? t("duration.orLonger", { days: formats.days(from, unit) })
            : `${formats.days(from, unit)} – ${formats.days(to, unit)}`,
      }))}
      ticks={spreadTicks(
        histogram.map(({ from }) => formats.days(from, unit)),
        6,
      ).map((tick) => ({ ...tick, at: tick.at - 0.5 / histogram.length }))}
      quartiles={quartiles ? [at(quartiles[0]), at(quartiles[1]), at(quartiles[2])] : null}
      table={{ caption: t("duration.histogram"), head: t("duration.took") }}
    />
  );
}
