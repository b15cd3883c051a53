import { z } from "zod";
import { OrderRooms } from "#app/features/payment/components/admin-orders/order-rooms.tsx";
import { ReconciliationReport } from "#app/features/payment/components/admin-orders/reconciliation-report.tsx";
import { findReconciliation } from "#app/features/payment/orders/find-reconciliations.server.ts";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/reconciliation";

export const loader = declareLoader({
  access: "admin",
  params: z.object({ reconciliation: z.uuid() }),
  load: async ({ personCtx, params: { reconciliation: id } }) => {
    const ctx = personCtx();
    const [report, tasks] = await Promise.all([findReconciliation(ctx, { id }), countOrderTasks(ctx)]);
    return { report, tasks };
  },
});

export default function Reconciliation({ loaderData: { report, tasks } }: Route.ComponentProps) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  return (
    <OrderRooms
      room="reconciliations"
      inner
      title={t("compare.title", { moment: formats.moment(report.startedAt) })}
      lead={
        <>
          {report.nightly ? t("compare.nightly") : <bdi>{report.by ?? t("reasons.someoneGone")}</bdi>}
          {" · "}
          {t("compare.since", { date: formats.date(report.from) })}
        </>
      }
      tasks={tasks}
    >
      <ReconciliationReport report={report} />
    </OrderRooms>
  );
}
