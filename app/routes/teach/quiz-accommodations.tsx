import { data } from "react-router";
import { z } from "zod";
import { grantSchema, withdrawAccommodationSchema } from "#app/features/quiz/building/accommodation-schema.ts";
import { findAccommodations } from "#app/features/quiz/building/find-accommodations.server.ts";
import { grantAccommodation } from "#app/features/quiz/building/grant-accommodation.server.ts";
import { withdrawAccommodation } from "#app/features/quiz/building/withdraw-accommodation.server.ts";
import { AccommodationList } from "#app/features/quiz/components/building/accommodation-list.tsx";
import { GrantForm } from "#app/features/quiz/components/building/grant-form.tsx";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/quiz-accommodations";
import { QuizFrame } from "./quiz-frame.tsx";

const params = z.object({ course: z.string(), lesson: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  search: z.object({ learner: z.string().max(200).default("") }),
  load: async ({ personCtx, params, search: { learner } }) => ({
    ...(await findAccommodations(personCtx(), { ...params, learner })),
    learner,
  }),
});

type Input = RouteInput<z.infer<typeof params>, unknown> & { form: FormData };

const pageOf = ({ href, params }: Input) => href(`/teach/${params.course}/${params.lesson}/accommodations`);

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["grant", "withdraw"],
  act: (input: Input) => {
    const intent = input.form.get("intent");
    if (intent === "grant") return grant(input);
    if (intent === "withdraw") return withdraw(input);
    throw notFound();
  },
});

async function grant(input: Input) {
  const refused = await handleForm({
    form: input.form,
    schema: grantSchema,
    run: async (given): Promise<never> => {
      const { prolonged } = await grantAccommodation(input.personCtx(), { ...input.params, ...given });
      if (prolonged === 0) throw redirectWithNotice(pageOf(input), "quiz-editor:notice.granted");
      throw redirectWithNotice(pageOf(input), "quiz-editor:notice.prolonged", { count: prolonged });
    },
  });
  return data({ result: refused.data.result }, refused.init ?? undefined);
}

async function withdraw(input: Input) {
  const refused = await handleForm({
    form: input.form,
    schema: withdrawAccommodationSchema,
    run: async (given): Promise<never> => {
      await withdrawAccommodation(input.personCtx(), { ...input.params, ...given });
      throw redirectWithNotice(pageOf(input), "quiz-editor:notice.withdrawn");
    },
  });
  return data({ result: refused.data.result }, refused.init ?? undefined);
}

export default function QuizAccommodations({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-editor");
  const { course, lesson, rules, granted, cohorts, learners, learner } = loaderData;
  const ofWithdrawing = actionData?.result?.initialValue?.intent === "withdraw";
  return (
    <QuizFrame course={course} lesson={lesson} room="accommodations">
      <p className="mb-6 max-w-3xl text-ink-2">{t("accommodations.lead")}</p>
      <div className="grid grid-cols-1 gap-10">
        <AccommodationList granted={granted} result={ofWithdrawing ? actionData?.result : undefined} />
        <GrantForm
          {...{ learner, learners, cohorts }}
          minutes={rules.minutes}
          result={ofWithdrawing ? undefined : actionData?.result}
        />
      </div>
    </QuizFrame>
  );
}
