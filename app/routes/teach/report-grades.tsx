import { GradesReport } from "#app/features/report/components/grades-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findGradeDistribution } from "#app/features/report/find-grade-distribution.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/report-grades";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, grades: await findGradeDistribution(ctx, course) };
  },
});

export default function ReportGrades({ loaderData: { course, grades } }: Route.ComponentProps) {
  return (
    <ReportFrame part="grades" course={course} isEmpty={grades.graded + grades.waiting === 0}>
      <GradesReport course={course} grades={grades} />
    </ReportFrame>
  );
}
