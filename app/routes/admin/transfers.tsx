import { OrderRooms } from "#app/features/payment/components/admin-orders/order-rooms.tsx";
import {
  DecidedTransfers,
  WaitingTransfers,
} from "#app/features/payment/components/admin-orders/waiting-transfers.tsx";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { findTransfers } from "#app/features/payment/transfers/find-transfers.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/transfers";
import { decideOnTransfer } from "./transfer-decision.server.ts";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx }) => {
    const ctx = personCtx();
    const [transfers, tasks] = await Promise.all([findTransfers(ctx), countOrderTasks(ctx)]);
    return { ...transfers, tasks };
  },
});

export const action = declareAction({
  access: "admin",
  intentField: "decision",
  intents: ["approve", "reject"],
  act: (input) => decideOnTransfer(input, { back: "/admin/transfers" }),
});

export default function Transfers({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("orders-admin");
  const { waiting, decided, tasks } = loaderData;
  return (
    <OrderRooms room="transfers" title={t("rooms.transfers")} lead={t("transfers.lead")} tasks={tasks}>
      <WaitingTransfers transfers={waiting} answer={actionData} />
      <DecidedTransfers transfers={decided} />
    </OrderRooms>
  );
}
