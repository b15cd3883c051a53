import { Link } from "#app/platform/i18n/link.tsx";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import type { OrderPapers } from "../../documents/find-order-papers.server.ts";
import { transferReference } from "../../documents/invoice-number.ts";

type TransferProps = {
  order: { number: number; amount: number; currency: string };
  bank: OrderPapers["bank"];
};

/** How an order that waits for a transfer is paid: how much, to which account, with which reference. */
export function HowToTransfer({ order, bank }: TransferProps) {
  const { t } = useTranslation("invoices");
  const formats = useFormats();
  return (
    <Card>
      <section aria-labelledby="transfer" className="grid gap-4">
        <h2 id="transfer" className="font-bold font-read text-xl">
          {t("transfer.title")}
        </h2>
        <dl className="grid gap-3 sm:grid-cols-2">
          <div>
            <dt className="text-ink-2 text-sm">{t("transfer.amount")}</dt>
            <dd className="font-semibold">
              <bdi>{formats.money(order.amount, order.currency)}</bdi>
            </dd>
          </div>
          <div>
            <dt className="text-ink-2 text-sm">{t("transfer.reference")}</dt>
            <dd className="select-all font-semibold">
              <bdi>{transferReference(order.number)}</bdi>
            </dd>
          </div>
          <div className="sm:col-span-2">
            <dt className="text-ink-2 text-sm">{t("transfer.bank")}</dt>
            {bank ? (
              <dd
                lang={bank.locale}
                dir={directionOf(bank.locale)}
                className="select-all whitespace-pre-line [overflow-wrap:anywhere] [unicode-bidi:plaintext]"
              >
                {bank.text}
              </dd>
            ) : (
              <dd>{t("transfer.noBank")}</dd>
            )}
          </div>
        </dl>
        <p className="text-ink-2">{t("transfer.hint")}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link
            to={`/account/orders/${order.number}/invoice.pdf`}
            reloadDocument
            className={buttonClass({ kind: "quiet" })}
          >
            {t("list.proforma")}
          </Link>
          <BillingLink />
        </div>
      </section>
    </Card>
  );
}

/** The way to whom invoices are made out. */
export function BillingLink() {
  const { t } = useTranslation("invoices");
  return (
    <Link to="/account/billing" className="inline-flex min-h-11 items-center">
      {t("billing.link")}
    </Link>
  );
}
