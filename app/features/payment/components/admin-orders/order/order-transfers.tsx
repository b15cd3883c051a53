import type { ActAnswer } from "#app/platform/i18n/use-act-fields.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";
import { TransferDecision } from "../transfer-decision.tsx";
import { TransferLine } from "../transfer-line.tsx";

/** Money that came for an order by a bank or in cash, and the decision that it waits for. */
export function OrderTransfers({ order, answer }: { order: OrderForAdmin; answer: ActAnswer }) {
  const { t } = useTranslation("orders-admin");
  if (order.transfers.length === 0) return null;
  return (
    <SectionCard title={t("transfer.title")}>
      <ul className="grid gap-5">
        {order.transfers.map((transfer) => (
          <li key={transfer.id} className="grid gap-3 border-line border-s-4 ps-3">
            <TransferLine transfer={transfer} currency={order.currency} />
            {transfer.waits ? <TransferDecision transfer={transfer} answer={answer} /> : null}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** What banks said about an order's payment. */
export function OrderDisputes({ order }: { order: OrderForAdmin }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  if (order.disputes.length === 0) return null;
  return (
    <SectionCard title={t("dispute.title")}>
      <ul className="grid gap-3">
        {order.disputes.map((dispute) => (
          <li key={dispute.id} className="border-line border-s-4 ps-3">
            <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
              <bdi className="tabular-nums">{formats.money(dispute.amount, order.currency)}</bdi>
              <span>{t(`dispute.status.${dispute.status}`, { defaultValue: dispute.status })}</span>
            </p>
            <p className="text-sm">{t(`dispute.reason.${dispute.reason}`, { defaultValue: dispute.reason })}</p>
            <p className="text-ink-2 text-sm">{t("dispute.opened", { moment: formats.moment(dispute.openedAt) })}</p>
            {dispute.closedAt ? (
              <p className="text-ink-2 text-sm">{t("dispute.closed", { moment: formats.moment(dispute.closedAt) })}</p>
            ) : null}
            {dispute.evidenceDueAt && !dispute.closedAt ? (
              <p className="font-semibold text-sm">
                {t("dispute.due", { moment: formats.moment(dispute.evidenceDueAt) })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
