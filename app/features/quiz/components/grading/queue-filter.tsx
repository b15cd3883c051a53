import { Form, NavLink } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Select } from "#app/ui/select.tsx";
import type { QueueCount } from "../../grading/find-grading-queue.server.ts";
import type { QueueChoice } from "../../grading/grading-schema.ts";

type FilterProps = { address: string; choice: QueueChoice; counts: readonly QueueCount[] };

/** The query by which the queue is asked for again; the page of it is left out. */
export function queueQuery({ state, quiz, question, attempt }: QueueChoice): string {
  const asked = { state: state === "graded" ? state : undefined, quiz, question, attempt };
  const given = Object.entries(asked).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** What waits and what is graded, side by side, with how many there are. */
export function QueueTabs({ address, choice, counts }: FilterProps) {
  const { t } = useTranslation("quiz-results");
  const formats = useFormats();
  const asked = counts.filter(
    ({ lessonId, questionId }) =>
      (!choice.quiz || lessonId === choice.quiz) && (!choice.question || questionId === choice.question),
  );
  const sum = (state: "waiting" | "graded") => asked.reduce((total, one) => total + one[state], 0);
  return (
    <nav aria-label={t("grading.states")} className="mb-6 flex gap-2 border-line border-b">
      {(["waiting", "graded"] as const).map((state) => {
        const isChosen = choice.state === state;
        return (
          <NavLink
            key={state}
            to={`${address}${queueQuery({ ...choice, state, attempt: undefined })}`}
            aria-current={isChosen ? "page" : undefined}
            className={classNames(
              "-mb-px inline-flex min-h-11 items-center gap-2 border-b-2 px-3 font-semibold",
              isChosen ? "border-tile text-tile" : "border-transparent text-ink-2 hover:text-tile",
            )}
          >
            {state === "waiting" ? t("grading.waiting") : t("grading.graded")}
            <span className="rounded-full bg-surface-2 px-2 text-ink-2 text-sm tabular-nums">
              {formats.number(sum(state))}
            </span>
          </NavLink>
        );
      })}
    </nav>
  );
}

/** By quiz and by question. */
export function QueueFilter({ address, choice, counts }: FilterProps) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const quizzes = new Map(
    counts.map(({ lessonId, lesson }) => [lessonId, lesson ? pickTranslated(lesson.titles, locale).text : lessonId]),
  );
  const questions = new Map(
    counts
      .filter(({ lessonId }) => !choice.quiz || lessonId === choice.quiz)
      .map(({ questionId, question }) => [questionId, question]),
  );
  const everything = { value: "", label: t("grading.all") };
  const options = (map: ReadonlyMap<string, string>) => [
    everything,
    ...[...map].map(([value, label]) => ({ value, label })),
  ];
  return (
    <Form action={address} className="mb-6 flex flex-wrap items-end gap-4">
      {choice.state === "graded" ? <input type="hidden" name="state" value="graded" /> : null}
      <Select
        className="w-full sm:w-64"
        name="quiz"
        label={t("grading.quiz")}
        options={options(quizzes)}
        defaultValue={choice.quiz}
      />
      <Select
        className="w-full sm:w-64"
        name="question"
        label={t("grading.question")}
        options={options(questions)}
        defaultValue={choice.question}
      />
      <Button kind="quiet">{t("grading.show")}</Button>
    </Form>
  );
}
