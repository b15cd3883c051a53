import { redirect } from "react-router";
import { ActiveFilters } from "#app/features/course/components/active-filters.tsx";
import { CourseGrid } from "#app/features/course/components/course-card.tsx";
import { CourseFiltersForm } from "#app/features/course/components/course-filters-form.tsx";
import { ProgrammeList } from "#app/features/course/components/programme-card.tsx";
import { countCourses } from "#app/features/course/count-courses.server.ts";
import { catalogueHref, isNarrowed } from "#app/features/course/course-filters.ts";
import { courseFiltersSchema } from "#app/features/course/course-filters-schema.ts";
import { findCourses } from "#app/features/course/find-courses.server.ts";
import { findProgrammes } from "#app/features/course/find-programmes.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/catalogue";

export const loader = declareLoader({
  access: "anyone",
  sameForGuests: true,
  search: courseFiltersSchema,
  load: async ({ ctx, search: { cursor, ...filters }, url, href }) => {
    // A form sends its empty fields too; the address that one keeps and shares has none.
    if ([...url.searchParams.values()].includes("")) throw redirect(href(catalogueHref(filters)));
    const firstPage = cursor === undefined;
    const [page, counts, programmes] = await Promise.all([
      findCourses(ctx, { ...filters, cursor }),
      countCourses(ctx, filters),
      firstPage && (filters.q || !isNarrowed(filters)) ? findProgrammes(ctx, { q: filters.q }) : [],
    ]);
    return { filters, firstPage, page, counts, programmes, origin: publicOrigin(url) };
  },
});

function useTitle(filters: Route.ComponentProps["loaderData"]["filters"]): string {
  const { t } = useTranslation("course");
  return filters.q ? t("catalogue.found", { q: filters.q }) : t("catalogue.title");
}

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { filters, firstPage, page, counts, programmes, origin } = loaderData;
  const { t } = useTranslation("course");
  const title = useTitle(filters);
  return (
    <Container>
      <PageHead
        title={title}
        description={t("catalogue.lead")}
        origin={origin}
        path={catalogueHref(filters)}
        unlisted={!firstPage || filters.q !== undefined}
      />
      <PageHeader title={<bdi>{title}</bdi>} lead={t("catalogue.lead")} />
      <div className="grid gap-4 pb-6">
        <CourseFiltersForm filters={filters} counts={counts} />
        <ActiveFilters filters={filters} counts={counts} />
        <p role="status" className="text-ink-2">
          {t("catalogue.results", { count: counts.total })}
        </p>
      </div>
      {page.courses.length > 0 ? (
        <section aria-labelledby="courses">
          <h2 id="courses" className="sr-only">
            {t("catalogue.title")}
          </h2>
          <CourseGrid courses={page.courses} />
        </section>
      ) : programmes.length > 0 ? null : (
        <EmptyState
          title={t("empty.title")}
          text={isNarrowed(filters) ? t("empty.narrowed") : t("empty.nothing")}
          action={
            isNarrowed(filters) ? (
              <Link to="/courses" className={buttonClass({ kind: "quiet" })}>
                {t("empty.action")}
              </Link>
            ) : undefined
          }
        />
      )}
      <PageLinks
        next={page.next && catalogueHref(filters, page.next)}
        previous={page.previous && catalogueHref(filters, page.previous)}
        labels={{ navigation: t("pages.navigation"), next: t("pages.next"), previous: t("pages.previous") }}
        LinkAs={Link}
      />
      {programmes.length > 0 ? (
        <section aria-labelledby="programmes" className="py-10">
          <h2 id="programmes" className="pb-4 font-bold font-read text-2xl">
            {t("programme.plural")}
          </h2>
          <ProgrammeList programmes={programmes} />
        </section>
      ) : null}
    </Container>
  );
}
