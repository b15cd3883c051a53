import { AttemptFilter, AttemptTable } from "#app/features/quiz/components/results/attempt-table.tsx";
import { ResultsFrame, resultsAddress } from "#app/features/quiz/components/results/results-frame.tsx";
import { findAttempts } from "#app/features/quiz/results/find-attempts.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { attemptChoiceSchema, quizAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/results-attempts";

export const loader = declareLoader({
  access: "teaching",
  params: quizAddressSchema,
  search: attemptChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    return { quiz, choice, ...(await findAttempts(ctx, { quiz, choice })) };
  },
});

export default function ResultsAttempts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { quiz, choice, attempts, next } = loaderData;
  const address = `${resultsAddress(quiz)}/attempts`;
  const asked = new URLSearchParams({ ...(choice.state ? { state: choice.state } : {}), sort: choice.sort });
  const more = (after: string) => `${address}?${new URLSearchParams([...asked, ["after", after]])}`;
  return (
    <ResultsFrame
      quiz={quiz}
      tab="attempts"
      actions={
        attempts.length > 0 ? (
          <Link to={`${address}.csv?${asked}`} reloadDocument className={buttonClass({ kind: "quiet" })}>
            {t("attempts.csv")}
          </Link>
        ) : null
      }
    >
      <AttemptFilter key={`${asked}`} address={address} choice={choice} nameless={quiz.nameless} />
      {attempts.length > 0 ? (
        <AttemptTable address={address} attempts={attempts} />
      ) : (
        <EmptyState title={t("attempts.empty.title")} text={t("attempts.empty.text")} />
      )}
      <PageLinks
        next={next ? more(next) : undefined}
        previous={choice.after ? `${address}?${asked}` : undefined}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </ResultsFrame>
  );
}
