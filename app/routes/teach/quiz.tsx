import type { ReactNode } from "react";
import { z } from "zod";
import { findTaughtCourse } from "#app/features/enrolment/find-taught-courses.server.ts";
import { TextLinks } from "#app/features/lesson/components/editing/text-links.tsx";
import { findQuizEditor } from "#app/features/quiz/building/find-quiz-editor.server.ts";
import { PlanEditor } from "#app/features/quiz/components/building/plan-editor.tsx";
import { QuizStanding } from "#app/features/quiz/components/building/quiz-standing.tsx";
import { RulesForm } from "#app/features/quiz/components/building/rules-form.tsx";
import { checkRelease } from "#app/features/release/check-release.server.ts";
import { ReleasePanel } from "#app/features/release/components/release-panel.tsx";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/quiz";
import { quizActions } from "./quiz-actions.server.ts";
import { QuizFrame } from "./quiz-frame.tsx";

const params = z.object({ course: z.string(), lesson: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    const editor = await findQuizEditor(ctx, params);
    const { learners } = await findTaughtCourse(ctx, params);
    return { ...editor, learners, check: await checkRelease(ctx, params) };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["rules", "release"],
  act: (input) => quizActions(input),
});

export default function TaughtQuiz({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-editor");
  const { course, lesson, texts, plan, rules, versions, questions, choices, slots } = loaderData;
  const { released, learners, check } = loaderData;
  const errors = useFormErrors(actionData?.intent === "release" ? actionData.result : undefined);
  return (
    <QuizFrame course={course} lesson={lesson} room="quiz">
      <Columns
        key={lesson.id}
        aside={
          <>
            <QuizStanding released={released} />
            {check ? (
              <ReleasePanel course={course.slug} check={check} learners={learners} errors={errors.form} />
            ) : null}
          </>
        }
      >
        <PlanEditor
          address={{ course: course.slug, lesson: lesson.slug }}
          locales={course.locales}
          version={versions.plan}
          {...{ plan, questions, choices, slots }}
        />
        <RulesForm
          rules={rules}
          version={versions.rules}
          answer={actionData?.intent === "rules" ? actionData : undefined}
        />
        <TextLinks course={course.slug} lesson={lesson.slug} texts={texts} hint={t("textHint")} />
      </Columns>
    </QuizFrame>
  );
}

function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 grid-cols-1 content-start gap-12">{children}</div>
      <div className="grid content-start gap-6">{aside}</div>
    </div>
  );
}
