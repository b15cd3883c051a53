import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type GradebookFrameProps = {
  course: { slug: string; titles: Translated };
  /** The page within the gradebook; left out on the gradebook itself. */
  page?: { title: string; heading?: ReactNode };
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** Around the pages of a course's grades: the way back, and what the page is. */
export function GradebookFrame({ course, page, lead, actions, children }: GradebookFrameProps) {
  const { t } = useTranslation("gradebook");
  const { locale } = usePageContext().formats;
  const title = pickTranslated(course.titles, locale);
  const inner = page ? [{ label: t("title"), to: `/teach/${course.slug}/grades` }, { label: page.title }] : [];
  return (
    <Container className="pb-12">
      <title>{`${page ? `${page.title} · ` : ""}${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${course.slug}` },
          ...(page ? inner : [{ label: t("title") }]),
        ]}
        LinkAs={Link}
      />
      <PageHeader title={page ? (page.heading ?? page.title) : t("title")} lead={lead} actions={actions} />
      {children}
    </Container>
  );
}
