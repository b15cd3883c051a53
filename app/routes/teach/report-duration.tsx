import { DurationReport } from "#app/features/report/components/duration-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findDurations } from "#app/features/report/find-durations.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/report-duration";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, durations: await findDurations(ctx, course) };
  },
});

export default function ReportDuration({ loaderData: { course, durations } }: Route.ComponentProps) {
  return (
    <ReportFrame part="duration" course={course} isEmpty={durations.finished === 0}>
      <DurationReport course={course} durations={durations} />
    </ReportFrame>
  );
}
