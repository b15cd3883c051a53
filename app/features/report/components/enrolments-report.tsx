import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Stat } from "#app/ui/stat.tsx";
import type { EnrolmentCounts } from "../find-enrolment-counts.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { CohortTable } from "./cohort-table.tsx";
import { ReportSection } from "./report-section.tsx";
import { TimeArea, TimeBars, TimeTable } from "./time-plots.tsx";

type EnrolmentsProps = { course: ReportedCourse; counts: EnrolmentCounts };

const figures = ["enrolled", "learning", "finished", "withdrawn"] as const;
const cohortFigures = ["enrolled", "finished", "withdrawn"] as const;

/** Who came when, and what became of them. */
export function EnrolmentsReport({ course, counts }: EnrolmentsProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        {figures.map((name) => (
          <Stat key={name} label={t(`enrolments.${name}`)} value={formats.number(counts[name])} />
        ))}
      </dl>
      <OverTime counts={counts} />
      {course.cohorts.length > 0 ? (
        <ReportSection title={t("byCohort")}>
          <CohortTable
            course={course}
            caption={t("byCohort")}
            columns={cohortFigures.map((key) => ({ key, label: t(`enrolments.${key}`) }))}
            rows={counts.cohorts.map((cohort) => ({
              cohortId: cohort.cohortId,
              cells: cohortFigures.map((key) => formats.number(cohort[key])),
              inTime: cohort.enrolledBy,
            }))}
          />
        </ReportSection>
      ) : null}
    </div>
  );
}

function OverTime({ counts: { step, buckets } }: Pick<EnrolmentsProps, "counts">) {
  const { t } = useTranslation("report");
  const enrolled = buckets.map((bucket) => bucket.enrolled);
  const inAll = buckets.map((bucket) => bucket.inAll);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">
        <ReportSection title={t(`enrolments.new.${step}`)}>
          <TimeBars label={t("enrolments.newPlot")} step={step} buckets={buckets} values={enrolled} />
        </ReportSection>
        <ReportSection title={t("enrolments.inAll")}>
          <TimeArea label={t("enrolments.inAllPlot")} step={step} buckets={buckets} values={inAll} />
        </ReportSection>
      </div>
      <TimeTable
        caption={t("enrolments.table")}
        step={step}
        buckets={buckets}
        columns={[
          { key: "enrolled", label: t("enrolments.enrolled"), values: enrolled },
          { key: "inAll", label: t("enrolments.inAll"), values: inAll },
        ]}
      />
    </div>
  );
}
