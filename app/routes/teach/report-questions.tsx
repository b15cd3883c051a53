import { QuestionsReport } from "#app/features/report/components/questions-report.tsx";
import { ReportFrame } from "#app/features/report/components/report-frame.tsx";
import { findQuestionFigures } from "#app/features/report/find-question-figures.server.ts";
import { findReportedCourse } from "#app/features/report/find-reported-course.server.ts";
import { reportAddressSchema, reportChoiceSchema } from "#app/features/report/report-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import type { Route } from "./+types/report-questions";

export const loader = declareLoader({
  access: "teaching",
  params: reportAddressSchema,
  search: reportChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const course = await findReportedCourse(ctx, { ...params, choice });
    return { course, questions: await findQuestionFigures(ctx, course) };
  },
});

export default function ReportQuestions({ loaderData: { course, questions } }: Route.ComponentProps) {
  return (
    <ReportFrame part="questions" course={course} isEmpty={questions.length === 0}>
      <QuestionsReport course={course} questions={questions} />
    </ReportFrame>
  );
}
