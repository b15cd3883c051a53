import { z } from "zod";
import { DisputeList } from "#app/features/payment/components/admin-orders/dispute-list.tsx";
import { OrderRooms } from "#app/features/payment/components/admin-orders/order-rooms.tsx";
import { findDisputes } from "#app/features/payment/orders/find-disputes.server.ts";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/disputes";

export const loader = declareLoader({
  access: "admin",
  search: z.object({ before: z.uuid().optional().catch(undefined) }),
  load: async ({ personCtx, search: { before } }) => {
    const ctx = personCtx();
    const [disputes, tasks] = await Promise.all([findDisputes(ctx, { before }), countOrderTasks(ctx)]);
    return { ...disputes, tasks, first: before === undefined };
  },
});

export default function Disputes({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("orders-admin");
  const { open, closed, next, first, tasks } = loaderData;
  return (
    <OrderRooms room="disputes" title={t("rooms.disputes")} lead={t("disputes.lead")} tasks={tasks}>
      <DisputeList open={open} closed={closed} first={first} />
      <PageLinks
        next={next && `/admin/disputes?before=${next}`}
        previous={first ? undefined : "/admin/disputes"}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </OrderRooms>
  );
}
