import { PointsText } from "#app/features/quiz/components/grading/points-text.tsx";
import { AttemptStanding } from "#app/features/quiz/components/results/attempt-table.tsx";
import { EditList } from "#app/features/quiz/components/results/edit-list.tsx";
import { ResultsFrame } from "#app/features/quiz/components/results/results-frame.tsx";
import { SlotReview } from "#app/features/quiz/components/review/slot-review.tsx";
import { findAttemptRecord } from "#app/features/quiz/results/find-attempt-record.server.ts";
import { findSatQuiz } from "#app/features/quiz/results/find-sat-quiz.server.ts";
import { satAttemptSchema } from "#app/features/quiz/results/results-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { Route } from "./+types/results-attempt";

export const loader = declareLoader({
  access: "teaching",
  params: satAttemptSchema,
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    const quiz = await findSatQuiz(ctx, params);
    return { quiz, attempt: await findAttemptRecord(ctx, { quiz, attemptId: params.attempt }) };
  },
});

export default function ResultsAttempt({ loaderData: { quiz, attempt } }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const learner = attempt.learner ?? t("grading.nameless");
  const toGrade = (slot: number) => `/teach/${quiz.course.slug}/grading/${attempt.id}/${slot}?attempt=${attempt.id}`;
  return (
    <ResultsFrame
      quiz={quiz}
      tab="attempts"
      inner={{ title: <bdi>{learner}</bdi>, text: learner, eyebrow: t("answer.attempt", { number: attempt.number }) }}
    >
      <Facts attempt={attempt} nameless={quiz.nameless} />
      <div className="mx-auto grid max-w-3xl gap-6">
        <h2 className="font-bold font-read text-2xl">{t("grading.states")}</h2>
        {attempt.slots.map((slot) => (
          <div key={slot.slot} className="grid gap-3">
            <SlotReview slot={slot} answer={slot.answer} files={attempt.files} />
            <div className="flex flex-wrap items-start justify-between gap-3">
              <div className="min-w-0 flex-1">
                <EditList slot={slot} nameless={quiz.nameless} locale={locale} />
              </div>
              {slot.byHand && attempt.state === "submitted" ? (
                <Link to={toGrade(slot.slot)} className={buttonClass({ kind: "quiet", size: "s" })}>
                  {t("attempt.grade")}
                </Link>
              ) : null}
            </div>
          </div>
        ))}
      </div>
    </ResultsFrame>
  );
}

function Facts({ attempt, nameless }: Pick<Route.ComponentProps["loaderData"], "attempt"> & { nameless: boolean }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const moment = nameless ? formats.date : formats.moment;
  const { startedAt, submittedAt, submittedBy, deadlineAt, points, maxPoints } = attempt;
  return (
    <div className="mb-10 grid gap-4">
      <div>
        <AttemptStanding attempt={attempt} />
      </div>
      {attempt.voidedAt ? (
        <Notice kind="warning">
          {t("attempt.voided", { date: moment(attempt.voidedAt) })} <bdi>{attempt.voidReason}</bdi>
        </Notice>
      ) : null}
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("attempts.score")} value={<PointsText points={points} maxPoints={maxPoints} />} />
        {points !== null && maxPoints > 0 ? (
          <Stat label={t("attempt.share")} value={formats.percent(points / maxPoints)} />
        ) : null}
      </dl>
      <ul className="grid gap-1 text-ink-2 text-sm">
        <li>{t("attempt.begun", { date: moment(startedAt) })}</li>
        {deadlineAt ? <li>{t("attempt.deadline", { date: moment(deadlineAt) })}</li> : null}
        {submittedAt ? (
          <li>
            {submittedBy === "clock"
              ? t("attempt.byClock", { date: moment(submittedAt) })
              : t("attempt.submitted", { date: moment(submittedAt) })}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
