import { redirect } from "react-router";
import { z } from "zod";
import { OrderRooms } from "#app/features/payment/components/admin-orders/order-rooms.tsx";
import {
  BeginReconciliation,
  ReconciliationList,
} from "#app/features/payment/components/admin-orders/reconciliation-list.tsx";
import { beginReconciliation } from "#app/features/payment/orders/begin-reconciliation.server.ts";
import { findReconciliations } from "#app/features/payment/orders/find-reconciliations.server.ts";
import { beginSchema } from "#app/features/payment/orders/order-acts-schema.ts";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/reconciliations";

export const loader = declareLoader({
  access: "admin",
  search: z.object({ before: z.uuid().optional().catch(undefined) }),
  load: async ({ personCtx, search: { before } }) => {
    const ctx = personCtx();
    const [found, tasks] = await Promise.all([findReconciliations(ctx, { before }), countOrderTasks(ctx)]);
    return { ...found, tasks, first: before === undefined };
  },
});

export const action = declareAction({
  access: "admin",
  act: ({ personCtx, form, href }) =>
    handleForm({
      form,
      schema: beginSchema,
      run: async ({ days }) =>
        redirect(href(`/admin/reconciliations/${await beginReconciliation(personCtx(), { days })}`)),
    }),
});

export default function Reconciliations({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("orders-admin");
  const { reconciliations, next, first, withStripe, tasks } = loaderData;
  const errors = useFormErrors(actionData?.result);
  return (
    <OrderRooms room="reconciliations" title={t("rooms.reconciliations")} lead={t("compare.lead")} tasks={tasks}>
      {first ? <BeginReconciliation withStripe={withStripe} errors={errors} /> : null}
      <ReconciliationList rows={reconciliations} />
      <PageLinks
        next={next && `/admin/reconciliations?before=${next}`}
        previous={first ? undefined : "/admin/reconciliations"}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
        LinkAs={Link}
      />
    </OrderRooms>
  );
}
