import { CompletionsReport } from "#app/features/report/components/completions-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findCompletionCounts } from "#app/features/report/find-completion-counts.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/report-completions";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, counts: await findCompletionCounts(ctx, course) };
  },
});

export default function ReportCompletions({ loaderData: { course, counts } }: Route.ComponentProps) {
  return (
    <ReportFrame part="completions" course={course} isEmpty={counts.lessons === 0}>
      <CompletionsReport course={course} counts={counts} />
    </ReportFrame>
  );
}
