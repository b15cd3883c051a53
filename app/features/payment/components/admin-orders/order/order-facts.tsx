import { isLocale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { FactList, SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";
import { StripeName } from "../stripe-name.tsx";

type OrderProps = { order: OrderForAdmin };

/** Who bought, when, and how it is paid. */
export function OrderFacts({ order }: OrderProps) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { coupon } = order.couponUse ?? {};
  const { scholarship } = order;
  const waits = order.state === "open" || order.state === "pending";
  const facts = [
    { label: t("order.buyer"), value: <bdi>{order.buyerName}</bdi> },
    { label: t("order.email"), value: <bdi dir="ltr">{order.buyerEmail}</bdi> },
    { label: t("order.country"), value: order.country },
    { label: t("order.language"), value: isLocale(order.locale) ? localeNames[order.locale] : null },
    { label: t("order.placed"), value: formats.moment(order.placedAt) },
    { label: t("order.paidAt"), value: order.paidAt ? formats.moment(order.paidAt) : null },
    { label: t("order.heldUntil"), value: waits ? formats.moment(order.expiresAt) : null },
    { label: t("list.method"), value: t(`method.${order.method}`) },
    { label: t("order.coupon"), value: coupon ? <bdi dir="ltr">{coupon.code}</bdi> : null },
    {
      label: t("order.scholarship"),
      value: scholarship ? (
        <>
          {formats.percent((scholarship.percent ?? 0) / 100)}
          {scholarship.fund ? (
            <>
              {" · "}
              <bdi>{scholarship.fund.name}</bdi>
            </>
          ) : null}
        </>
      ) : null,
    },
    {
      label: t("order.payment"),
      value: order.stripePaymentIntentId ? <StripeName>{order.stripePaymentIntentId}</StripeName> : null,
    },
  ];
  return (
    <SectionCard title={t("order.facts")}>
      <FactList facts={facts} />
      {order.buyerId ? null : <p className="mt-3 text-ink-2 text-sm">{t("order.noAccount")}</p>}
    </SectionCard>
  );
}

/** The ways to what others know of an order. */
export function OrderLinks({ order: { stripeUrl, receiptUrl } }: OrderProps) {
  const { t } = useTranslation("orders-admin");
  const look = buttonClass({ kind: "quiet", size: "s" });
  return (
    <>
      {stripeUrl ? (
        <a href={stripeUrl} rel="noreferrer" className={look}>
          <Icon name="external" /> {t("order.atStripe")}
        </a>
      ) : null}
      {receiptUrl ? (
        <a href={receiptUrl} rel="noreferrer" className={look}>
          <Icon name="external" /> {t("order.receipt")}
        </a>
      ) : null}
    </>
  );
}
