import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { QueueCount, QueueEntry } from "../../grading/find-grading-queue.server.ts";
import type { QueueChoice } from "../../grading/grading-schema.ts";
import { PointsText } from "./points-text.tsx";
import { queueQuery } from "./queue-filter.tsx";

type TableProps = { address: string; choice: QueueChoice; entries: readonly QueueEntry[] };

export const answerAddress = (address: string, { attemptId, slot }: { attemptId: string; slot: number }) =>
  `${address}/${attemptId}/${slot}`;

/** The answers of one page of the queue. */
export function QueueTable({ address, choice, entries }: TableProps) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const isGraded = choice.state === "graded";
  const head = [
    t("grading.question"),
    t("grading.learner"),
    t("grading.submitted"),
    ...(isGraded ? [{ key: "grade", label: t("grading.grade"), numeric: true }, t("grading.grader")] : []),
  ];
  const rows = entries.map((entry) => ({
    key: `${entry.attemptId}/${entry.slot}`,
    cells: [
      <Link
        key="question"
        to={`${answerAddress(address, entry)}${queueQuery(choice)}`}
        className="-my-2 inline-flex min-h-9 items-center text-tile underline underline-offset-4"
      >
        <bdi>{entry.question}</bdi>
      </Link>,
      entry.learner === null ? (
        <span key="learner" className="text-ink-2">
          {t("grading.nameless")}
        </span>
      ) : (
        <bdi key="learner">{entry.learner}</bdi>
      ),
      entry.blind ? formats.date(entry.moment) : formats.moment(entry.moment),
      ...(isGraded
        ? [
            <PointsText key="points" points={entry.points} maxPoints={entry.maxPoints} />,
            <bdi key="grader">{entry.grader}</bdi>,
          ]
        : []),
    ],
  }));
  return <DataTable caption={t("grading.list")} head={head} rows={rows} />;
}

/** How much of each question waits, and the way to grade it in a row. */
export function QuestionCounts({ address, counts }: { address: string; counts: readonly QueueCount[] }) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const waiting = counts.filter((count) => count.waiting > 0);
  const head = [
    t("grading.question"),
    t("grading.quiz"),
    { key: "waiting", label: t("grading.waiting"), numeric: true },
    { key: "graded", label: t("grading.graded"), numeric: true },
    { key: "act", label: <VisuallyHidden>{t("grading.inRow")}</VisuallyHidden> },
  ];
  const rows = waiting.map(({ lessonId, lesson, questionId, question, ...count }) => ({
    key: `${lessonId}/${questionId}`,
    cells: [
      <bdi key="question">{question}</bdi>,
      lesson ? <LocalText key="quiz" value={pickTranslated(lesson.titles, locale)} /> : null,
      formats.number(count.waiting),
      formats.number(count.graded),
      <Link
        key="act"
        to={`${address}/next${queueQuery({ state: "waiting", quiz: lessonId, question: questionId })}`}
        className={buttonClass({ kind: "quiet", size: "s" })}
      >
        {t("grading.inRow")} <VisuallyHidden>{question}</VisuallyHidden>
      </Link>,
    ],
  }));
  return <DataTable caption={t("grading.byQuestion")} head={head} rows={rows} />;
}
