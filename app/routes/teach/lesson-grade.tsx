import type { z } from "zod";
import { GradeHistory } from "#app/features/gradebook/components/grade-history.tsx";
import { GradebookFrame } from "#app/features/gradebook/components/gradebook-frame.tsx";
import { CourseGrade } from "#app/features/gradebook/components/gradebook-table.tsx";
import { OverrideForm, RemoveOverride } from "#app/features/gradebook/components/override-form.tsx";
import { findLessonGrade } from "#app/features/gradebook/find-lesson-grade.server.ts";
import {
  lessonGradeAddressSchema,
  overrideSchema,
  removeOverrideSchema,
} from "#app/features/gradebook/gradebook-schema.ts";
import { overrideGrade, removeOverride } from "#app/features/gradebook/override-grade.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/lesson-grade";

export const loader = declareLoader({
  access: "teaching",
  params: lessonGradeAddressSchema,
  load: async ({ personCtx, params }) => {
    const { course, ...found } = await findLessonGrade(personCtx(), params);
    const { slug, titles, mayOverride } = course;
    return { course: { slug, titles }, mayOverride, ...found };
  },
});

type Input = RouteInput<z.infer<typeof lessonGradeAddressSchema>, unknown> & { form: FormData };

export const action = declareAction({
  access: "teaching",
  params: lessonGradeAddressSchema,
  intents: ["give", "remove"],
  act: (input: Input) => {
    const intent = input.form.get("intent");
    if (intent === "give") return give(input);
    if (intent === "remove") return remove(input);
    throw notFound();
  },
});

const pageOf = ({ href, params }: Input) => href(`/teach/${params.course}/grades/${params.enrolment}/${params.lesson}`);

function give(input: Input) {
  return handleForm({
    form: input.form,
    schema: overrideSchema,
    run: async (given): Promise<never> => {
      await overrideGrade(input.personCtx(), { ...input.params, ...given });
      throw redirectWithNotice(pageOf(input), "gradebook:notice.given");
    },
  });
}

function remove(input: Input) {
  return handleForm({
    form: input.form,
    schema: removeOverrideSchema,
    run: async ({ removalReason: reason }): Promise<never> => {
      await removeOverride(input.personCtx(), { ...input.params, reason });
      throw redirectWithNotice(pageOf(input), "gradebook:notice.removed");
    },
  });
}

export default function LessonGrade({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("gradebook");
  const { locale } = usePageContext().formats;
  const { course, column, learner, given, acts, mayOverride } = loaderData;
  const title = pickTranslated(column.titles, locale);
  // Which form was refused is told by its own field.
  const refused = actionData?.result;
  const removing = refused?.initialValue && "removalReason" in refused.initialValue;
  const heading = (
    <>
      <bdi>{learner}</bdi>: <LocalText value={title} />
    </>
  );
  return (
    <GradebookFrame course={course} page={{ title: `${learner}: ${title.text}`, heading }}>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-8">
          <Facts {...loaderData} />
          {mayOverride ? (
            <section aria-labelledby="give" className="grid max-w-xl gap-3">
              <h2 id="give" className="font-bold font-read text-2xl">
                {given ? t("override.changeTitle") : t("override.title")}
              </h2>
              <p className="text-ink-2">{t("override.lead")}</p>
              <OverrideForm key={given?.givenAt.toISOString()} given={given} result={removing ? undefined : refused} />
              {given ? <RemoveOverride result={removing ? refused : undefined} /> : null}
            </section>
          ) : (
            <Notice kind="info">{t("override.notYours")}</Notice>
          )}
        </div>
        <section aria-labelledby="history" className="grid content-start gap-4">
          <h2 id="history" className="font-bold font-read text-2xl">
            {t("history.title")}
          </h2>
          <GradeHistory acts={acts} />
        </section>
      </div>
    </GradebookFrame>
  );
}

function Facts({ course, column, weight, grade, earned, given }: Route.ComponentProps["loaderData"]) {
  const { t } = useTranslation("gradebook");
  const formats = useFormats();
  const percent = (share: number) => formats.exactPercent(share / 10_000);
  const attempts = earned?.attempts ?? 0;
  const own = earned && earned.share !== null && !earned.waiting ? percent(earned.share) : null;
  const facts = [
    [t("facts.earned"), own ?? (earned?.waiting ? t("table.waiting") : t("table.none"))],
    [t("facts.attempts"), t("facts.attemptCount", { count: attempts })],
    [t("facts.given"), given ? percent(given.share) : t("facts.notGiven")],
    [t("facts.weight"), formats.number(weight)],
    [t("facts.course"), <CourseGrade key="course" grade={grade} />],
  ] as const;
  return (
    <div className="grid gap-4">
      <dl className="grid max-w-xl grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      {attempts > 0 ? (
        <p>
          <Link
            to={`/teach/${course.slug}/${column.slug}/results/attempts`}
            className="inline-flex min-h-11 items-center"
          >
            {t("facts.results")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
