import { PointsText } from "#app/features/quiz/components/grading/points-text.tsx";
import { AttemptStanding } from "#app/features/quiz/components/results/attempt-table.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { type ActAnswer, useActFields } from "#app/platform/i18n/use-act-fields.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { LearnerPage } from "../find-learner.server.ts";
import { ActForm } from "./act-form.tsx";

type Attempt = LearnerPage["quizzes"][number]["attempts"][number];

type LearnerAttemptProps = { attempt: Attempt; results: string | null; tends: boolean; answer: ActAnswer };

/** One attempt: what it came to, the way to its record, and setting it aside or letting it count again. */
export function LearnerAttempt({ attempt, results, tends, answer }: LearnerAttemptProps) {
  const { t } = useTranslation("learner");
  const formats = useFormats();
  const { number, state, startedAt, submittedAt, voidReason } = attempt;
  const isVoid = state === "voided";
  const name = t("attempt.number", { number });
  return (
    <li className="grid gap-1 border-line border-t py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="font-semibold">{isVoid ? <s>{name}</s> : name}</span>
        {attempt.hidden && !isVoid ? null : <AttemptStanding attempt={attempt} />}
        <Score attempt={attempt} />
        {startedAt ? (
          <span className="text-ink-2 text-sm">
            {submittedAt
              ? t("attempt.handedIn", { at: formats.moment(submittedAt) })
              : t("attempt.begun", { at: formats.moment(startedAt) })}
          </span>
        ) : null}
        {attempt.id && results ? (
          <Link to={`${results}/${attempt.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {t("attempt.look")}
          </Link>
        ) : null}
      </div>
      {isVoid && voidReason !== null ? (
        <p className="text-ink-2">
          {t("attempt.voided")} <bdi>{voidReason}</bdi>
        </p>
      ) : null}
      {tends ? <AttemptAct attempt={attempt} answer={answer} /> : null}
    </li>
  );
}

function Score({ attempt: { state, points, maxPoints, hidden } }: { attempt: Attempt }) {
  if (hidden || points === null || state === "open") return null;
  const score = <PointsText points={points} maxPoints={maxPoints} />;
  return state === "voided" ? <s>{score}</s> : score;
}

function AttemptAct({ attempt: { lessonId, number, state }, answer }: { attempt: Attempt; answer: ActAnswer }) {
  const { t } = useTranslation("learner");
  const intent = state === "voided" ? "restore" : "void";
  const actKey = `${lessonId}:${number}`;
  const fields = useActFields({ answer, intent, actKey });
  return (
    <Disclosure summary={t(`do.${intent}.title`)} open={fields.refused}>
      <p className="mb-4 max-w-prose text-ink-2">{t(`do.${intent}.text`)}</p>
      <ActForm
        intent={intent}
        actKey={actKey}
        fields={fields}
        hidden={{ lesson: lessonId, number }}
        danger={intent === "void"}
        consequence={t(`do.${intent}.consequence`)}
      />
    </Disclosure>
  );
}
