import { z } from "zod";
import { textHref } from "#app/features/lesson/components/editing/text-href.ts";
import { translationHref } from "#app/features/lesson/components/translation/translation-href.ts";
import { TranslationRoom } from "#app/features/lesson/components/translation/translation-room.tsx";
import { titlesOf } from "#app/features/lesson/editing/text-titles.ts";
import { findTranslation } from "#app/features/lesson/translation/find-translation.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { localeNames, pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/translation";

export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string(), language: localeSchema }),
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    return { data: await findTranslation(ctx, params), owner: ctx.actor.id };
  },
});

export default function TranslationPage({ loaderData: { data, owner } }: Route.ComponentProps) {
  const { t } = useTranslation("translation");
  const { locale } = usePageContext().formats;
  const { course, lesson, source, language, pair, texts } = data;
  const title = pickTranslated(titlesOf(texts), locale);
  const address = { course: course.slug, lesson: lesson.slug };
  const others = course.locales.filter((one) => one !== source && one !== language);
  const sourceHref = textHref({ ...address, language: source });
  return (
    <Container className="pb-12">
      <title>{`${title.text} · ${t("title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={pickTranslated(course.titles, locale)} />, to: `/teach/${course.slug}` },
          { label: t("room"), to: `/teach/${course.slug}/translations` },
          { label: <LocalText value={title} /> },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={<LocalText value={title} />}
        eyebrow={
          <>
            <bdi lang={source}>{localeNames[source]}</bdi> – <bdi lang={language}>{localeNames[language]}</bdi>
          </>
        }
        actions={
          <>
            {others.map((other) => (
              <Link
                key={other}
                to={translationHref({ ...address, language: other })}
                className={buttonClass({ kind: "plain" })}
              >
                <span lang={other}>{localeNames[other]}</span>
              </Link>
            ))}
            <Link to={sourceHref} className={buttonClass({ kind: "quiet" })}>
              {t("editSource")}
            </Link>
          </>
        }
      />
      {pair ? (
        <TranslationRoom key={`${lesson.slug} ${language}`} data={{ ...data, pair }} owner={owner} />
      ) : (
        <EmptyState
          title={t("noSource.title")}
          text={t("noSource.text")}
          action={
            <Link to={sourceHref} className={buttonClass({})}>
              {t("editSource")}
            </Link>
          }
        />
      )}
    </Container>
  );
}
