import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import type { ActAnswer } from "#app/platform/i18n/use-act-fields.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { TransferInList } from "../../transfers/find-transfers.server.ts";
import { TransferDecision } from "./transfer-decision.tsx";
import { TransferLine } from "./transfer-line.tsx";

/** Money that was recorded, each with the decision that it waits for. */
export function WaitingTransfers({ transfers, answer }: { transfers: readonly TransferInList[]; answer: ActAnswer }) {
  const { t } = useTranslation("orders-admin");
  if (transfers.length === 0) {
    return (
      <EmptyState
        title={t("transfers.empty.title")}
        text={t("transfers.empty.text")}
        action={
          <Link to="/admin/orders?state=open&method=transfer" className={buttonClass({ kind: "quiet" })}>
            {t("transfers.empty.action")}
          </Link>
        }
      />
    );
  }
  return (
    <ul className="grid items-start gap-5 lg:grid-cols-2">
      {transfers.map((transfer) => (
        <Card as="li" key={transfer.id} className="grid gap-4">
          <TransferOrder order={transfer.order} />
          <TransferLine transfer={transfer} currency={transfer.order.currency} />
          <TransferDecision transfer={transfer} answer={answer} />
        </Card>
      ))}
    </ul>
  );
}

function TransferOrder({ order }: { order: TransferInList["order"] }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <div>
      <h2 className="font-bold font-read text-xl">
        <Link to={`/admin/orders/${order.number}`}>{t("order.title", { number: formats.number(order.number) })}</Link>
      </h2>
      <p>
        <LocalText value={pickTranslated(order.titles, locale)} />
      </p>
      <p className="text-ink-2 text-sm wrap-anywhere">
        <bdi>{order.buyerName}</bdi> · <bdi dir="ltr">{order.buyerEmail}</bdi>
      </p>
    </div>
  );
}

/** What was decided last. */
export function DecidedTransfers({ transfers }: { transfers: readonly TransferInList[] }) {
  const { t } = useTranslation("orders-admin");
  if (transfers.length === 0) return null;
  return (
    <section aria-labelledby="decided" className="mt-10">
      <h2 id="decided" className="mb-4 font-bold font-read text-2xl">
        {t("transfers.decided")}
      </h2>
      <ul className="grid gap-5 rounded border border-line bg-surface p-4 lg:grid-cols-2">
        {transfers.map((transfer) => (
          <li key={transfer.id} className="border-line border-s-4 ps-3">
            <DecidedLink number={transfer.order.number} name={transfer.order.buyerName} />
            <TransferLine transfer={transfer} currency={transfer.order.currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DecidedLink({ number, name }: { number: number; name: string }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Link to={`/admin/orders/${number}`} className="inline-flex min-h-11 items-center">
        {t("order.title", { number: formats.number(number) })}
      </Link>
      <bdi>{name}</bdi>
    </p>
  );
}
