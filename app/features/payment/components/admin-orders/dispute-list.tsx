import { Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { DisputeInList } from "../../orders/find-disputes.server.ts";

type DisputeListProps = { open: readonly DisputeInList[]; closed: readonly DisputeInList[]; first: boolean };

/** Disputes about payments: those that are open with what to do, then those that were decided. */
export function DisputeList({ open, closed, first }: DisputeListProps) {
  const { t } = useTranslation("orders-admin");
  return (
    <div className="grid gap-10">
      {first ? (
        <section aria-labelledby="open-disputes">
          <h2 id="open-disputes" className="mb-4 font-bold font-read text-2xl">
            {t("disputes.open")}
          </h2>
          {open.length === 0 ? <EmptyState title={t("disputes.empty.title")} text={t("disputes.empty.text")} /> : null}
          <Disputes disputes={open} />
        </section>
      ) : null}
      {closed.length > 0 ? (
        <section aria-labelledby="closed-disputes">
          <h2 id="closed-disputes" className="mb-4 font-bold font-read text-2xl">
            {t("disputes.closed")}
          </h2>
          <Disputes disputes={closed} />
        </section>
      ) : null}
    </div>
  );
}

function Disputes({ disputes }: { disputes: readonly DisputeInList[] }) {
  return (
    <ul className="grid items-start gap-5 empty:hidden lg:grid-cols-2">
      {disputes.map((dispute) => (
        <Card as="li" key={dispute.id} className="grid gap-3">
          <DisputeCard dispute={dispute} />
        </Card>
      ))}
    </ul>
  );
}

function DisputeCard({ dispute }: { dispute: DisputeInList }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { order, amount, status, reason, openedAt, closedAt, evidenceDueAt, toAnswer, overdue, stripeUrl } = dispute;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-bold font-read text-xl">
          <Link to={`/admin/orders/${order.number}`}>{t("order.title", { number: formats.number(order.number) })}</Link>
        </h3>
        <Tag kind={toAnswer ? "gold" : "plain"}>{t(`dispute.status.${status}`, { defaultValue: status })}</Tag>
      </div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <bdi className="font-semibold tabular-nums">{formats.money(amount, order.currency)}</bdi>
        <span>{t(`dispute.reason.${reason}`, { defaultValue: reason })}</span>
      </p>
      <p className="text-ink-2 text-sm wrap-anywhere">
        <bdi>{order.buyerName}</bdi> · <bdi dir="ltr">{order.buyerEmail}</bdi>
      </p>
      {evidenceDueAt && !closedAt ? (
        <p className={`font-semibold ${overdue ? "text-danger" : ""}`}>
          <Icon name={overdue ? "alert" : "clock"} className="me-1 inline size-5 align-text-bottom" />
          {t(overdue ? "dispute.wasDue" : "dispute.due", { moment: formats.moment(evidenceDueAt) })}
        </p>
      ) : null}
      <p className="text-ink-2 text-sm">
        {closedAt
          ? t("dispute.closed", { moment: formats.moment(closedAt) })
          : t("dispute.opened", { moment: formats.moment(openedAt) })}
      </p>
      {toAnswer ? <p className="text-sm">{t("disputes.answer")}</p> : null}
      {stripeUrl ? (
        <a
          href={stripeUrl}
          rel="noreferrer"
          className={`${buttonClass({ kind: toAnswer ? "primary" : "quiet", size: "s" })} justify-self-start`}
        >
          <Icon name="external" /> {t("order.atStripe")}
        </a>
      ) : null}
    </>
  );
}
