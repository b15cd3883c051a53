import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { AnswerToGrade, GivenGrade } from "../../grading/find-answer-to-grade.server.ts";
import type { QueueChoice } from "../../grading/grading-schema.ts";
import { PointsText } from "./points-text.tsx";
import { queueQuery } from "./queue-filter.tsx";

type Answer = Omit<AnswerToGrade, "answer" | "shown" | "cursor"> & {
  params: { course: string; attempt: string };
  choice: QueueChoice;
};

/** Whose answer it is and how it stands, with what another grader has done of it. */
export function GradeNotes({ answer, meanwhile }: { answer: Answer; meanwhile: GivenGrade | null }) {
  const { t } = useTranslation("quiz-results");
  const { atIt, dropped, late } = answer;
  return (
    <div className="grid gap-4">
      <Facts answer={answer} />
      {meanwhile ? (
        <Notice kind="warning" title={t("answer.meanwhile", { name: meanwhile.grader ?? "" })}>
          <p>
            <PointsText points={meanwhile.points} maxPoints={meanwhile.maxPoints} />
          </p>
          {meanwhile.comment ? (
            <p dir="auto" className="whitespace-pre-line">
              {meanwhile.comment}
            </p>
          ) : null}
        </Notice>
      ) : null}
      {atIt && !meanwhile ? <Notice kind="info">{t("answer.atIt", { name: atIt })}</Notice> : null}
      {dropped ? <Notice kind="warning">{t("answer.dropped")}</Notice> : null}
      {late > 0 ? <Notice kind="warning">{t("answer.late", { count: late })}</Notice> : null}
    </div>
  );
}

function Facts({ answer }: { answer: Answer }) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const { blind, learner, number, moment, points, maxPoints, grader, gradedAt, choice, params } = answer;
  const address = `/teach/${params.course}/grading`;
  const narrower = [
    ...(choice.question ? [] : [{ label: t("answer.sameQuestion"), choice: { question: answer.questionId } }]),
    ...(choice.attempt ? [] : [{ label: t("answer.others"), choice: { attempt: params.attempt } }]),
  ];
  return (
    <div className="grid gap-2 text-ink-2 text-sm">
      {blind ? (
        <p>{t("grading.blind")}</p>
      ) : (
        <p className="flex flex-wrap gap-x-4">
          <bdi className="font-semibold text-ink">{learner}</bdi>
          <span>{t("answer.attempt", { number })}</span>
          <span>{t("answer.submitted", { date: formats.moment(moment) })}</span>
        </p>
      )}
      <p className="flex flex-wrap gap-x-4">
        <span>
          {grader && gradedAt
            ? t("answer.gradedBy", { name: grader, date: formats.moment(gradedAt) })
            : t("answer.byNobody")}
        </span>
        <PointsText points={points} maxPoints={maxPoints} />
      </p>
      <p className="flex flex-wrap gap-x-4">
        {narrower.map(({ label, choice: only }) => (
          <Link
            key={label}
            to={`${address}${queueQuery({ state: "waiting", ...only })}`}
            className="inline-flex min-h-9 items-center text-tile underline underline-offset-4"
          >
            {label}
          </Link>
        ))}
      </p>
    </div>
  );
}
