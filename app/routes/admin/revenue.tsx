import { RevenueFilter } from "#app/features/payment/components/revenue/revenue-filter.tsx";
import { RevenueReport } from "#app/features/payment/components/revenue/revenue-report.tsx";
import { findRevenue } from "#app/features/payment/revenue/find-revenue.server.ts";
import { revenueChoiceSchema } from "#app/features/payment/revenue/revenue-months.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/revenue";

export const loader = declareLoader({
  access: "admin",
  search: revenueChoiceSchema,
  load: ({ personCtx, search }) => findRevenue(personCtx(), search),
});

export default function RevenuePage({ loaderData: revenue }: Route.ComponentProps) {
  const { t } = useTranslation("revenue");
  const { chosen, period } = revenue;
  const places = [{ label: t("admin:title"), to: "/admin" }, { label: t("title") }];
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={t("title")}
        lead={t("lead")}
        actions={
          chosen ? (
            <Link to={`/admin/revenue.csv?period=${period}`} reloadDocument className={buttonClass({ kind: "quiet" })}>
              {t("csv")}
            </Link>
          ) : null
        }
      />
      <RevenueFilter revenue={revenue} />
      {chosen ? (
        <RevenueReport revenue={revenue} chosen={chosen} />
      ) : (
        <EmptyState title={t("empty.title")} text={t("empty.text")} />
      )}
    </Container>
  );
}
