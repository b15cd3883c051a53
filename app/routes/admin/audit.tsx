import { auditHref, isNarrowed } from "#app/features/oversight/audit/audit-filters.ts";
import { auditSearchSchema } from "#app/features/oversight/audit/audit-filters-schema.ts";
import { findAuditEntries } from "#app/features/oversight/audit/find-audit-entries.server.ts";
import { AuditFilter } from "#app/features/oversight/components/audit/audit-filter.tsx";
import { AuditList } from "#app/features/oversight/components/audit/audit-list.tsx";
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
import type { Route } from "./+types/audit";

export const loader = declareLoader({
  access: "admin",
  search: auditSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor: _, ...filters } = search;
    return { ...(await findAuditEntries(personCtx(), search)), filters };
  },
});

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("audit");
  const { entries, choices, people, filters, next, previous } = loaderData;
  const places = [{ label: t("admin:title"), to: "/admin" }, { label: t("title") }];
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} narrowed={isNarrowed(filters)} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <Link to={auditHref(filters, {}, ".csv")} reloadDocument className={buttonClass({ kind: "quiet" })}>
              <Icon name="download" /> {t("export.csv")}
            </Link>
            <Link to={auditHref(filters, {}, ".jsonl")} reloadDocument className={buttonClass({ kind: "quiet" })}>
              <Icon name="download" /> {t("export.lines")}
            </Link>
          </>
        }
      />
      <AuditFilter filters={filters} choices={choices} people={people} />
      <AuditList entries={entries} filters={filters} />
      <PageLinks
        next={next && auditHref(filters, { cursor: next })}
        previous={previous && auditHref(filters, { cursor: previous })}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </Container>
  );
}
