import { z } from "zod";
import { ExchangeForms } from "#app/features/lesson/components/translation/exchange-forms.tsx";
import { ExchangeReport } from "#app/features/lesson/components/translation/exchange-report.tsx";
import { TranslationTable } from "#app/features/lesson/components/translation/translation-table.tsx";
import { findTranslations } from "#app/features/lesson/translation/find-translations.server.ts";
import { MOST_XLIFF_BYTES } from "#app/features/lesson/translation/xliff/xliff-limits.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
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
import { translationsActions } from "./translations-actions.server.ts";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findTranslations(personCtx(), params),
});

export const action = declareAction({
  access: "teaching",
  params,
  limit: MOST_XLIFF_BYTES + 64 * 1024,
  intents: ["look", "take"],
  act: (input) => translationsActions(input),
});

export default function Translations({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("translation");
  const { locale } = usePageContext().formats;
  const { course, source, targets, lessons } = loaderData;
  const title = pickTranslated(course.titles, locale);
  const seen = actionData && "seen" in actionData ? actionData.seen : undefined;
  const refused = actionData && "refused" in actionData ? actionData.refused : undefined;
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
        <>
          {seen ? <ExchangeReport {...seen} /> : null}
          <TranslationTable course={course.slug} source={source} targets={targets} lessons={lessons} />
          <ExchangeForms course={course.slug} targets={targets} lessons={lessons} refused={refused} />
        </>
      )}
    </Container>
  );
}
