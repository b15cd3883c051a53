import { PriceList, PriceSearch } from "#app/features/payment/components/prices/price-list.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { findPriceList } from "#app/features/payment/prices/find-price-list.server.ts";
import { priceListHref } from "#app/features/payment/prices/price-address.ts";
import { priceSearchSchema } from "#app/features/payment/prices/price-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/prices";

export const loader = declareLoader({
  access: "admin",
  search: priceSearchSchema,
  load: async ({ personCtx, search }) => {
    const { kind, q } = search;
    return { ...(await findPriceList(personCtx(), search)), filters: { kind, q } };
  },
});

export default function Prices({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("prices");
  const { things, filters, next, previous } = loaderData;
  return (
    <PriceRooms room="prices" title={t("title")} text={t(`kinds.${filters.kind}`)} lead={t("lead")}>
      <PriceSearch {...filters} />
      {things.length === 0 ? (
        <EmptyState title={t("empty.title")} text={t(filters.q ? "empty.search" : "empty.text")} />
      ) : (
        <PriceList kind={filters.kind} things={things} />
      )}
      <PageLinks
        next={next && priceListHref(filters, next)}
        previous={previous && priceListHref(filters, previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </PriceRooms>
  );
}
