import { z } from "zod";
import { BillingLink } from "#app/features/payment/components/documents/how-to-transfer.tsx";
import { OrderList } from "#app/features/payment/components/order-list.tsx";
import { findMyOrders } from "#app/features/payment/orders/find-my-orders.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/orders";

export const loader = declareLoader({
  access: "signedIn",
  search: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
  load: async ({ personCtx, search }) => findMyOrders(personCtx(), search),
});

export default function MyOrders({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("payment");
  const { orders, next } = loaderData;
  const labels = { navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") };
  return (
    <>
      <PlainHead title={t("orders.title")} />
      <PageHeader title={t("orders.title")} lead={t("orders.lead")} actions={<BillingLink />} />
      {orders.length > 0 ? (
        <OrderList orders={orders} />
      ) : (
        <EmptyState
          title={t("orders.empty.title")}
          text={t("orders.empty.text")}
          action={
            <Link to="/courses" className={buttonClass()}>
              {t("orders.empty.action")}
            </Link>
          }
        />
      )}
      <PageLinks next={next ? `/account/orders?before=${next}` : undefined} labels={labels} LinkAs={Link} />
    </>
  );
}
