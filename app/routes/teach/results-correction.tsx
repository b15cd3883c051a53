import { Effects } from "#app/features/quiz/components/correcting/effect-table.tsx";
import { ResultsFrame } from "#app/features/quiz/components/results/results-frame.tsx";
import { findCorrection } from "#app/features/quiz/correcting/find-corrections.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { correctionAddressSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/results-correction";

export const loader = declareLoader({
  access: "teaching",
  params: correctionAddressSchema,
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    return { quiz, ...(await findCorrection(ctx, { quiz, correctionId: params.correction })) };
  },
});

export default function ResultsCorrection({ loaderData: { quiz, correction, effects } }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const { question, number, dropped, reason, mayFail, madeBy, madeAt, told } = correction;
  const facts = [
    { label: t("correction.what"), value: dropped ? t("correction.wasDropped") : t("correction.wasCorrected") },
    { label: t("correction.by"), value: <bdi>{madeBy ?? "–"}</bdi> },
    { label: t("correction.at"), value: formats.moment(madeAt) },
    { label: t("correction.rule"), value: mayFail ? t("correction.couldFail") : t("correction.couldNotFail") },
    { label: t("correction.told"), value: formats.number(told) },
  ];
  return (
    <ResultsFrame
      quiz={quiz}
      tab="questions"
      inner={{
        title: <bdi>{question}</bdi>,
        text: question,
        eyebrow: `${t("correction.one")} · ${t("items.version", { number })}`,
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <blockquote dir="auto" className="reading max-w-prose whitespace-pre-line border-tile border-s-4 ps-4">
          {reason}
        </blockquote>
        <dl className="grid max-w-3xl gap-x-8 gap-y-3 sm:grid-cols-[auto_1fr]">
          {facts.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-ink-2">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Effects effects={effects} />
      </div>
    </ResultsFrame>
  );
}
