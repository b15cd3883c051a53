import {
  AttemptsOverTime,
  OverviewFigures,
  ScoreDistribution,
} from "#app/features/quiz/components/results/overview-charts.tsx";
import { ResultsFrame } from "#app/features/quiz/components/results/results-frame.tsx";
import { findResultsOverview } from "#app/features/quiz/results/find-results-overview.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { quizAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Route } from "./+types/results";

export const loader = declareLoader({
  access: "teaching",
  params: quizAddressSchema,
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    return { quiz, overview: await findResultsOverview(ctx, quiz) };
  },
});

export default function Results({ loaderData: { quiz, overview } }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const toGrading = `/teach/${quiz.course.slug}/grading?quiz=${quiz.lessonId}`;
  return (
    <ResultsFrame
      quiz={quiz}
      tab="overview"
      actions={
        overview.waiting > 0 ? (
          <Link to={toGrading} className={buttonClass()}>
            {t("results.grade")}
          </Link>
        ) : null
      }
    >
      {overview.attempts === 0 ? (
        <EmptyState title={t("results.empty.title")} text={t("results.empty.text")} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <OverviewFigures overview={overview} />
          <div className="grid gap-10 lg:grid-cols-2">
            <section aria-labelledby="time" className="grid min-w-0 content-start gap-3">
              <h2 id="time" className="font-bold font-read text-2xl">
                {t("time.title")}
              </h2>
              <AttemptsOverTime periods={overview.periods} />
            </section>
            <section aria-labelledby="scores" className="grid min-w-0 content-start gap-3">
              <h2 id="scores" className="font-bold font-read text-2xl">
                {t("scores.title")}
              </h2>
              <ScoreDistribution scores={overview.scores} passPercent={quiz.passPercent} />
            </section>
          </div>
        </div>
      )}
    </ResultsFrame>
  );
}
