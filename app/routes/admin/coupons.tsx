import { CouponList, CouponSearch } from "#app/features/payment/components/coupons/coupon-list.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { couponsHref } from "#app/features/payment/coupons/coupon-filters.ts";
import { couponSearchSchema } from "#app/features/payment/coupons/coupon-schema.ts";
import { findCoupons } from "#app/features/payment/coupons/find-coupons.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/coupons";

export const loader = declareLoader({
  access: "admin",
  search: couponSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor, ...filters } = search;
    return { ...(await findCoupons(personCtx(), search)), filters };
  },
});

export default function Coupons({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("coupons");
  const { coupons, filters, next, previous } = loaderData;
  const narrowed = Boolean(filters.q || filters.standing);
  const add = (
    <Link to="/admin/coupons/new" className={buttonClass()}>
      <Icon name="plus" /> {t("add")}
    </Link>
  );
  return (
    <PriceRooms room="coupons" title={t("title")} lead={t("lead")} actions={add}>
      {coupons.length > 0 || narrowed ? <CouponSearch filters={filters} /> : null}
      {coupons.length > 0 ? (
        <CouponList coupons={coupons} />
      ) : (
        <EmptyState title={t("empty.title")} text={t(narrowed ? "empty.search" : "empty.text")} />
      )}
      <PageLinks
        next={next && couponsHref(filters, next)}
        previous={previous && couponsHref(filters, previous)}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </PriceRooms>
  );
}
