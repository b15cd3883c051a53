import { z } from "zod";
import { CourseProgress } from "#app/features/progress/components/course-progress.tsx";
import { LessonList } from "#app/features/progress/components/lesson-list.tsx";
import { LookFrame } from "#app/features/release/components/look-frame.tsx";
import { findLook } from "#app/features/release/look/find-look.server.ts";
import { lookSchema } from "#app/features/release/look/look-as.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/look";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string() }),
  search: lookSchema,
  load: async ({ personCtx, params, search }) => {
    const { course, locales, progress, outline } = await findLook(personCtx(), { ...params, ...search });
    const { slug, titles } = course;
    return { course: { slug, titles }, locales, progress, outline, ...search };
  },
});

/** The outline of a course's draft as somebody meets it once it is released. */
export default function Look({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("learn");
  const { locale } = usePageContext().formats;
  const { course, locales, progress, outline, as, text } = loaderData;
  const title = pickTranslated(course.titles, locale);
  return (
    <LookFrame course={course.slug} as={as} language={text} locales={locales}>
      <Container width="reading" className="pb-12">
        <title>{`${title.text} · ${t("release:look.bar")} · ${t("ui:name")}`}</title>
        <PageHeader title={<LocalText value={title} />} />
        <div className="grid gap-6">
          {progress ? <CourseProgress {...progress} className="max-w-md" /> : null}
          <section aria-labelledby="outline">
            <h2 id="outline" className="mb-3 font-bold font-read text-2xl">
              {t("outline")}
            </h2>
            <LessonList course={course.slug} sections={outline} plain={progress === null} />
          </section>
        </div>
      </Container>
    </LookFrame>
  );
}
