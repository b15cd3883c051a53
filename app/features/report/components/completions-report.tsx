import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Stat } from "#app/ui/stat.tsx";
import type { CompletionCounts } from "../find-completion-counts.server.ts";
import type { ReportedCourse } from "../find-reported-course.server.ts";
import { CohortTable } from "./cohort-table.tsx";
import { ReportSection } from "./report-section.tsx";
import { TimeBars, TimeTable } from "./time-plots.tsx";

type CompletionsProps = { course: ReportedCourse; counts: CompletionCounts };

const figures = ["finished", "lessons"] as const;

/** When learners completed lessons, and finished. */
export function CompletionsReport({ course, counts }: CompletionsProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const { step, buckets, cohorts } = counts;
  const plots = figures.map((key) => ({ key, values: buckets.map((bucket) => bucket[key]) }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        {figures.map((name) => (
          <Stat key={name} label={t(`completions.${name}`)} value={formats.number(counts[name])} />
        ))}
      </dl>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">
          {plots.map(({ key, values }) => (
            <ReportSection key={key} title={t(`completions.${key}By.${step}`)}>
              <TimeBars label={t(`completions.${key}Plot`)} step={step} buckets={buckets} values={values} />
            </ReportSection>
          ))}
        </div>
        <TimeTable
          caption={t("completions.table")}
          step={step}
          buckets={buckets}
          columns={plots.map(({ key, values }) => ({ key, label: t(`completions.${key}`), values }))}
        />
      </div>
      {course.cohorts.length > 0 && cohorts.length > 0 ? (
        <ReportSection title={t("byCohort")}>
          <CohortTable
            course={course}
            caption={t("byCohort")}
            columns={[{ key: "finished", label: t("completions.finished") }]}
            rows={cohorts.map(({ cohortId, finished, finishedBy }) => ({
              cohortId,
              cells: [formats.number(finished)],
              inTime: finishedBy,
            }))}
          />
        </ReportSection>
      ) : null}
    </div>
  );
}
