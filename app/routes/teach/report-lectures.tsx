import { LecturesReport } from "#app/features/report/components/lectures-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findLectureHeats } from "#app/features/report/find-lecture-heats.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/report-lectures";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, lectures: await findLectureHeats(ctx, course) };
  },
});

export default function ReportLectures({ loaderData: { course, lectures } }: Route.ComponentProps) {
  return (
    <ReportFrame part="lectures" course={course} isEmpty={lectures.every(({ heat }) => heat.learners === 0)}>
      <LecturesReport course={course} lectures={lectures} />
    </ReportFrame>
  );
}
