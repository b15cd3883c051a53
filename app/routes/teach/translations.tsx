import { z } from "zod";
import { TranslationTable } from "#app/features/lesson/components/translation/translation-table.tsx";
import { findTranslations } from "#app/features/lesson/translation/find-translations.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/translations";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findTranslations(personCtx(), params),
});

export default function Translations({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("translation");
  const { locale } = usePageContext().formats;
  const { course, source, targets, lessons } = loaderData;
  const title = pickTranslated(course.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${t("room")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          { label: t("room") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("room")} lead={t("lead")} />
      {targets.length === 0 || lessons.length === 0 ? (
        <EmptyState
          title={t(targets.length === 0 ? "oneLanguage.title" : "noLessons.title")}
          text={t(targets.length === 0 ? "oneLanguage.text" : "noLessons.text")}
        />
      ) : (
        <TranslationTable course={course.slug} source={source} targets={targets} lessons={lessons} />
      )}
    </Container>
  );
}
