import { AnswerPaper } from "#app/features/quiz/components/grading/answer-paper.tsx";
import { GradeForm, TakeBack } from "#app/features/quiz/components/grading/grade-form.tsx";
import { GradeNotes } from "#app/features/quiz/components/grading/grade-notes.tsx";
import { queueQuery } from "#app/features/quiz/components/grading/queue-filter.tsx";
import { QuestionText } from "#app/features/quiz/components/question-text.tsx";
import { findAnswerToGrade } from "#app/features/quiz/grading/find-answer-to-grade.server.ts";
import { queueChoiceSchema, slotAddressSchema } from "#app/features/quiz/grading/grading-schema.ts";
import { readWrittenAnswer } from "#app/features/quiz/grading/written-answer.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/grade-answer";
import { gradeActions } from "./grade-actions.server.ts";

export const loader = declareLoader({
  access: "teaching",
  params: slotAddressSchema,
  search: queueChoiceSchema,
  load: async ({ personCtx, params, search: choice }) => {
    const ctx = personCtx();
    const { answer, shown, ...found } = await findAnswerToGrade(ctx, params);
    return {
      ...found,
      ...(await readWrittenAnswer(ctx, { answer, shown, attemptId: params.attempt, blind: found.blind })),
      params,
      choice,
    };
  },
});

export const action = declareAction({
  access: "teaching",
  params: slotAddressSchema,
  search: queueChoiceSchema,
  intents: ["save", "save-next", "take-back"],
  act: (input) => gradeActions(input),
});

export default function GradeAnswer({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const { course, params, stem, answer, model, question, lesson } = loaderData;
  const courseTitle = pickTranslated(course.titles, locale);
  const queue = `/teach/${course.slug}/grading`;
  return (
    <Container className="pb-12">
      <title>{`${question} · ${t("grading.title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={courseTitle} />, to: `/teach/${course.slug}` },
          { label: t("grading.title"), to: queue },
          { label: t("answer.title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={<bdi>{question}</bdi>}
        eyebrow={lesson ? <LocalText value={pickTranslated(lesson.titles, locale)} /> : null}
      />
      <div key={`${params.attempt}/${params.slot}`} className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-8">
          <GradeNotes answer={loaderData} meanwhile={actionData?.meanwhile ?? null} />
          <section aria-labelledby="question" className="grid gap-3">
            <h2 id="question" className="font-bold font-read text-2xl">
              {t("answer.question")}
            </h2>
            <QuestionText html={stem} locale={locale} />
            {model ? (
              <Disclosure summary={t("answer.model")}>
                <QuestionText html={model} locale={locale} />
              </Disclosure>
            ) : null}
          </section>
          <section aria-labelledby="answer">
            <h2 id="answer" className="mb-3 font-bold font-read text-2xl">
              {t("answer.the")}
            </h2>
            <AnswerPaper answer={answer} />
          </section>
        </div>
        <Grade loaderData={loaderData} actionData={actionData} />
      </div>
    </Container>
  );
}

function Grade({ loaderData, actionData }: Pick<Route.ComponentProps, "loaderData" | "actionData">) {
  const { t } = useTranslation("quiz-results");
  const { locale } = usePageContext().formats;
  const { course, params, choice, cursor, rubric, gradedAt, grader } = loaderData;
  const seen = (actionData?.meanwhile ? actionData.meanwhile.gradedAt : gradedAt)?.toISOString() ?? "";
  const query = queueQuery({ ...choice, state: "waiting" });
  const after = `${query ? "&" : "?"}after=${encodeURIComponent(cursor)}`;
  return (
    <section
      aria-labelledby="grade"
      className="grid content-start gap-4 self-start rounded border border-line bg-surface p-5 shadow-card lg:sticky lg:top-6"
    >
      <h2 id="grade" className="font-bold font-read text-2xl">
        {t("answer.grade")}
      </h2>
      <GradeForm
        name={`${params.attempt}.${params.slot}`}
        rubric={rubric}
        maxPoints={loaderData.maxPoints}
        grade={loaderData}
        seen={seen}
        skip={`/teach/${course.slug}/grading/next${query}${after}`}
        locale={locale}
        result={actionData?.result}
      />
      {grader !== null && gradedAt ? <TakeBack seen={seen} /> : null}
    </section>
  );
}
