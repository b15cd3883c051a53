import { PeopleFilter, PeopleTable } from "#app/features/people/components/people-list.tsx";
import { findPeople } from "#app/features/people/find-people.server.ts";
import { isNarrowed, peopleHref } from "#app/features/people/people-filters.ts";
import { peopleSearchSchema } from "#app/features/people/people-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/people";

export const loader = declareLoader({
  access: "admin",
  search: peopleSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor: _, ...filters } = search;
    return { ...(await findPeople(personCtx(), search)), filters };
  },
});

export default function People({ loaderData: { people, next, previous, filters } }: Route.ComponentProps) {
  const { t } = useTranslation("people");
  const places = [{ label: t("admin:title"), to: "/admin" }, { label: t("title") }];
  const narrowed = isNarrowed(filters);
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} narrowed={narrowed} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <Link to="/admin/invitations" className={buttonClass()}>
              {t("invitations.title")}
            </Link>
            <Link to={peopleHref(filters, {}, ".csv")} reloadDocument className={buttonClass({ kind: "quiet" })}>
              <Icon name="download" /> {t("csv.download")}
            </Link>
          </>
        }
      />
      <PeopleFilter filters={filters} />
      <PeopleTable people={people} narrowed={narrowed} />
      <PageLinks
        next={next && peopleHref(filters, { cursor: next })}
        previous={previous && peopleHref(filters, { cursor: previous })}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </Container>
  );
}
