import { QuestionText } from "#app/features/quiz/components/question-text.tsx";
import { ItemFilter, ItemTags, useCorrelation } from "#app/features/quiz/components/results/item-table.tsx";
import { PickTable } from "#app/features/quiz/components/results/pick-table.tsx";
import { ResultsFrame, resultsAddress } from "#app/features/quiz/components/results/results-frame.tsx";
import { findItem } from "#app/features/quiz/results/find-item.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { itemAddressSchema, itemChoiceSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Stat } from "#app/ui/stat.tsx";
import type { Route } from "./+types/results-question";

export const loader = declareLoader({
  access: "teaching",
  params: itemAddressSchema,
  search: itemChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    return { quiz, choice, item: await findItem(ctx, { quiz, versionId: params.version, choice }) };
  },
});

export default function ResultsQuestion({ loaderData: { quiz, choice, item } }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const { statistics, stem, byHand, picks, names, groups } = item;
  const address = `${resultsAddress(quiz)}/questions/${statistics.versionId}`;
  return (
    <ResultsFrame
      quiz={quiz}
      tab="questions"
      inner={{
        title: <bdi>{statistics.name}</bdi>,
        text: statistics.name,
        eyebrow: (
          <span className="flex flex-wrap items-center gap-2">
            {t(`quiz:types.${statistics.type}`)} · {t("items.version", { number: statistics.number })}
            <ItemTags item={statistics} />
          </span>
        ),
      }}
      actions={
        quiz.course.mayCorrect ? (
          <Link to={`${address}/correct`} className={buttonClass({ kind: "quiet" })}>
            {t("correction.begin")}
          </Link>
        ) : null
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <div className="max-w-prose rounded border border-line bg-surface px-5 py-4">
          <QuestionText html={stem} locale={locale} />
        </div>
        <div>
          <ItemFilter address={address} of={choice.of} />
          <Figures statistics={statistics} />
        </div>
        <section aria-labelledby="answers" className="grid gap-3">
          <h2 id="answers" className="font-bold font-read text-2xl">
            {t("item.answers")}
          </h2>
          {byHand ? (
            <p className="text-ink-2">{t("item.byHand")}</p>
          ) : (
            <PickTable picks={picks} names={names} asked={statistics.asked} groups={groups} locale={locale} />
          )}
        </section>
      </div>
    </ResultsFrame>
  );
}

type Statistics = Route.ComponentProps["loaderData"]["item"]["statistics"];

function Figures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const correlation = useCorrelation();
  const { asked, blank, facility, discrimination } = statistics;
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-4">
      <Stat label={t("items.asked")} value={formats.number(asked)} />
      <Stat label={t("items.facility")} value={facility === null ? "–" : formats.percent(facility)} />
      <Stat label={t("items.discrimination")} value={correlation(discrimination)} />
      <Stat label={t("items.blank")} value={formats.percent(blank / asked)} />
    </dl>
  );
}
