import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";

type Happening = OrderForAdmin["history"][number];

/** Acts of the audit log for which there are words; others are shown as it names them. */
const acts: Record<string, string> = {
  "order.refund": "refund",
  "order.confirm-refund": "confirmRefund",
  "order.retry-refund": "retryRefund",
  "order.record-transfer": "recordTransfer",
  "order.approve-transfer": "approveTransfer",
  "order.reject-transfer": "rejectTransfer",
  "order.cancel": "cancel",
};

/** The whole ledger of an order in words, the newest first: what happened, when, by whom, and what it did to the sums. */
export function OrderHistory({ order }: { order: OrderForAdmin }) {
  const { t } = useTranslation("orders-admin");
  return (
    <SectionCard title={t("history.title")}>
      <ol className="grid gap-3">
        {order.history.toReversed().map((happening) => (
          <li key={happening.id} className="border-line border-s-4 ps-3">
            <Line happening={happening} currency={order.currency} />
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}

function Line({ happening, currency }: { happening: Happening; currency: string }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { kind, at, by, detail, paid, refunded, lost } = happening;
  const amount = paid || Math.abs(refunded) || lost || detail.amount;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{t(`history.kind.${kind}`)}</span>
        {amount ? <bdi className="tabular-nums">{formats.money(amount, currency)}</bdi> : null}
      </p>
      <p className="text-ink-2 text-sm">
        {by ? (
          <>
            <bdi>{by}</bdi>
            {" · "}
          </>
        ) : null}
        {formats.moment(at)}
      </p>
      {detail.reference ? <bdi className="text-sm wrap-anywhere">{detail.reference}</bdi> : null}
      {detail.why ? (
        <p className="text-sm">
          {t("history.why")} <bdi dir="ltr">{detail.why}</bdi>
        </p>
      ) : null}
    </>
  );
}

/** What admins did with an order, and why, the newest first. */
export function OrderReasons({ order }: { order: OrderForAdmin }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  if (order.acts.length === 0) return null;
  return (
    <SectionCard title={t("reasons.title")}>
      <ol className="grid gap-3">
        {order.acts.toReversed().map(({ id, action, by, at, reason }) => (
          <li key={id} className="border-line border-s-4 ps-3">
            <p className="font-semibold">
              {acts[action] ? t(`reasons.act.${acts[action]}`) : <bdi dir="ltr">{action}</bdi>}
            </p>
            <p className="text-ink-2 text-sm">
              {by ? <bdi>{by}</bdi> : t("reasons.someoneGone")}
              {" · "}
              {formats.moment(at)}
            </p>
            {reason ? (
              <p dir="auto" className="whitespace-pre-line text-sm wrap-anywhere">
                {reason}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
