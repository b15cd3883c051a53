import { LessonsReport } from "#app/features/report/components/lessons-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findFunnel } from "#app/features/report/find-funnel.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/report-lessons";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, funnel: await findFunnel(ctx, course) };
  },
});

export default function ReportLessons({ loaderData: { course, funnel } }: Route.ComponentProps) {
  return (
    <ReportFrame part="lessons" course={course} isEmpty={funnel.enrolled === 0 || funnel.lessons.length === 0}>
      <LessonsReport course={course} funnel={funnel} />
    </ReportFrame>
  );
}
