import { z } from "zod";
import { findQuizEditor } from "#app/features/quiz/building/find-quiz-editor.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/quiz";

const params = z.object({ course: z.string(), lesson: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findQuizEditor(personCtx(), params),
});

export default function TaughtQuiz({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  const { course, lesson } = loaderData;
  const title = pickTranslated(lesson.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${title.text} · ${t("teach:courses.title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={pickTranslated(course.titles, locale)} />, to: `/teach/${course.slug}` },
          { label: <LocalText value={title} /> },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={<LocalText value={title} />} />
    </Container>
  );
}
