import { findGroups } from "#app/features/payment/access/find-groups.server.ts";
import { groupsHref, isNarrowed } from "#app/features/payment/access/group-filters.ts";
import { groupSearchSchema } from "#app/features/payment/access/group-schema.ts";
import { GroupFilter, GroupTable } from "#app/features/payment/components/groups/admin-group-list.tsx";
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
import type { Route } from "./+types/groups";

export const loader = declareLoader({
  access: "admin",
  search: groupSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor: _, ...filters } = search;
    const { groups, next, previous } = await findGroups(personCtx(), search);
    return { groups, next, previous, filters };
  },
});

export default function Groups({ loaderData: { groups, next, previous, filters } }: Route.ComponentProps) {
  const { t } = useTranslation("group-admin");
  const places = [{ label: t("admin:title"), to: "/admin" }, { label: t("title") }];
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} narrowed={Object.values(filters).some((value) => value !== undefined)} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("title")}
        lead={t("lead")}
        actions={
          <Link to="/admin/groups/new" className={buttonClass()}>
            <Icon name="plus" /> {t("new.title")}
          </Link>
        }
      />
      <GroupFilter filters={filters} />
      <GroupTable groups={groups} narrowed={isNarrowed(filters)} />
      <PageLinks
        next={next && groupsHref(filters, { cursor: next })}
        previous={previous && groupsHref(filters, { cursor: previous })}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </Container>
  );
}
