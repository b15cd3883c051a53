import { CorrectionList } from "#app/features/quiz/components/results/correction-list.tsx";
import { FiguresExplained, ItemFilter, ItemTable } from "#app/features/quiz/components/results/item-table.tsx";
import { ResultsFrame, resultsAddress } from "#app/features/quiz/components/results/results-frame.tsx";
import { findCorrections } from "#app/features/quiz/correcting/find-corrections.server.ts";
import { findItemStatistics } from "#app/features/quiz/results/find-item-statistics.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { itemChoiceSchema, quizAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Route } from "./+types/results-questions";

export const loader = declareLoader({
  access: "teaching",
  params: quizAddressSchema,
  search: itemChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    const [items, corrections] = await Promise.all([
      findItemStatistics(ctx, { quiz, choice }),
      findCorrections(ctx, { quiz }),
    ]);
    return { quiz, choice, items, corrections };
  },
});

export default function ResultsQuestions({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { quiz, choice, items, corrections } = loaderData;
  const address = resultsAddress(quiz);
  if (items.length === 0)
    return (
      <ResultsFrame quiz={quiz} tab="questions">
        <EmptyState title={t("results.empty.title")} text={t("results.empty.text")} />
      </ResultsFrame>
    );
  return (
    <ResultsFrame quiz={quiz} tab="questions">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <section aria-label={t("tabs.questions")}>
          <ItemFilter address={`${address}/questions`} of={choice.of} />
          <ItemTable address={`${address}/questions`} items={items} />
        </section>
        <FiguresExplained />
        {corrections.length > 0 ? (
          <section aria-labelledby="corrections" className="grid gap-3">
            <h2 id="corrections" className="font-bold font-read text-2xl">
              {t("correction.history")}
            </h2>
            <CorrectionList address={address} corrections={corrections} />
          </section>
        ) : null}
      </div>
    </ResultsFrame>
  );
}
