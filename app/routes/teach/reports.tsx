import { EnrolmentsReport } from "#app/features/report/components/enrolments-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findEnrolmentCounts } from "#app/features/report/find-enrolment-counts.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/reports";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, counts: await findEnrolmentCounts(ctx, course) };
  },
});

export default function Reports({ loaderData: { course, counts } }: Route.ComponentProps) {
  return (
    <ReportFrame part="enrolments" course={course} isEmpty={counts.enrolled === 0}>
      <EnrolmentsReport course={course} counts={counts} />
    </ReportFrame>
  );
}
