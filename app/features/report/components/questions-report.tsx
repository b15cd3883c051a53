import type { ReactNode } from "react";
import { FiguresExplained, ItemTags, useCorrelation } from "#app/features/quiz/components/results/item-table.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ScatterPlot } from "#app/ui/chart/scatter-plot.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Stat } from "#app/ui/stat.tsx";
import type { QuestionFigures } from "../find-question-figures.server.ts";
import { ReportSection } from "./report-section.tsx";
import { usePlotDirection } from "./use-plot-direction.ts";

type QuestionsProps = { course: { slug: string }; questions: readonly QuestionFigures[] };

const isSuspect = ({ discrimination, dropped }: QuestionFigures) =>
  discrimination !== null && discrimination < 0 && !dropped;

/** How the questions of all quizzes do. */
export function QuestionsReport({ course, questions }: QuestionsProps) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const quizzes = new Set(questions.map(({ lessonId }) => lessonId));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <dl className="flex flex-wrap gap-x-12 gap-y-4">
        <Stat label={t("questions.quizzes")} value={formats.number(quizzes.size)} />
        <Stat label={t("questions.asked")} value={formats.number(questions.length)} />
        <Stat label={t("questions.suspect")} value={formats.number(questions.filter(isSuspect).length)} />
      </dl>
      <ReportSection title={t("questions.plotTitle")} lead={t("questions.plotLead")}>
        <QuestionPlot questions={questions} />
      </ReportSection>
      <ReportSection title={t("questions.table")} lead={t("questions.tableLead")}>
        <QuestionTable course={course} questions={questions} />
        <FiguresExplained />
      </ReportSection>
    </div>
  );
}

function QuestionPlot({ questions }: Pick<QuestionsProps, "questions">) {
  const { t } = useTranslation("report");
  const formats = useFormats();
  const correlation = useCorrelation();
  const direction = usePlotDirection();
  const known = questions.flatMap((question) => {
    const { facility, discrimination } = question;
    return facility === null || discrimination === null ? [] : [{ question, facility, discrimination }];
  });
  if (known.length === 0) return <p className="text-ink-2">{t("questions.tooFew")}</p>;
  const lowest = Math.min(...known.map(({ discrimination }) => discrimination));
  return (
    <div className="grid gap-2">
      <p aria-hidden="true" className="text-ink-2 text-sm">
        {t("quiz-results:items.discrimination")}
      </p>
      <ScatterPlot
        label={t("questions.plot")}
        direction={direction}
        range={[lowest < 0 ? -1 : 0, 1]}
        format={correlation}
        ticks={[0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: formats.percent(at) }))}
        points={known.map(({ question, facility, discrimination }) => ({
          key: `${question.lessonId}${question.versionId}`,
          at: facility,
          value: discrimination,
          title: `${question.name}: ${formats.percent(facility)}, ${correlation(discrimination)}`,
          marked: isSuspect(question),
        }))}
      />
      <p aria-hidden="true" className="text-center text-ink-2 text-sm">
        {t("quiz-results:items.facility")}
      </p>
    </div>
  );
}

function QuestionTable({ course, questions }: QuestionsProps) {
  const { t } = useTranslation("report");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const correlation = useCorrelation();
  const rows = questions.map((question) => {
    const results = question.slug && `/teach/${course.slug}/${question.slug}/results`;
    return {
      key: `${question.lessonId}${question.versionId}`,
      cells: [
        <span key="name" className="flex min-w-40 flex-wrap items-center gap-2">
          <MaybeLink to={results && `${results}/questions/${question.versionId}`}>
            <bdi>{question.name}</bdi>
          </MaybeLink>
          {question.number > 1 ? (
            <span className="text-ink-2 text-sm">{t("quiz-results:items.version", { number: question.number })}</span>
          ) : null}
          <ItemTags item={question} />
        </span>,
        <MaybeLink key="quiz" to={results && `${results}/questions`}>
          <LocalText value={pickTranslated(question.titles, locale)} />
        </MaybeLink>,
        formats.number(question.asked),
        question.facility === null ? "–" : formats.percent(question.facility),
        correlation(question.discrimination),
      ],
    };
  });
  return (
    <DataTable
      caption={t("questions.table")}
      captionHidden
      head={[
        t("quiz-results:grading.question"),
        t("quiz-results:grading.quiz"),
        { key: "asked", label: t("quiz-results:items.asked"), numeric: true },
        { key: "facility", label: t("quiz-results:items.facility"), numeric: true },
        { key: "discrimination", label: t("quiz-results:items.discrimination"), numeric: true },
      ]}
      rows={rows}
    />
  );
}

function MaybeLink({ to, children }: { to: string | null; children: ReactNode }) {
  if (!to) return children;
  return (
    <Link to={to} className="-my-2 inline-flex min-h-9 min-w-40 items-center text-tile underline underline-offset-4">
      {children}
    </Link>
  );
}
