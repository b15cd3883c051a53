import { OrderStateTag } from "#app/features/payment/components/order-state-tag.tsx";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CouponPage } from "../../coupons/find-coupons.server.ts";

/** The orders that used a coupon, and what it took off each. */
export function CouponUses({ page: { coupon, orders, next } }: { page: CouponPage }) {
  const { t } = useTranslation("coupons");
  const { date, money, number: digits } = useFormats();
  return (
    <section aria-labelledby="uses" className="grid gap-3">
      <h2 id="uses" className="font-bold font-read text-xl">
        {t("orders.title")}
      </h2>
      {orders.length === 0 ? <p className="text-ink-2">{t("orders.none")}</p> : null}
      <ul className="grid gap-2 empty:hidden">
        {orders.map((order) => (
          <li
            key={order.number}
            className="grid gap-x-4 gap-y-1 rounded border border-line bg-surface px-4 py-2 sm:grid-cols-[auto_1fr_auto_auto] sm:items-center"
          >
            <Link to={`/admin/orders/${order.number}`} className="inline-flex min-h-11 items-center font-semibold">
              {t("orders.number", { number: digits(order.number) })}
            </Link>
            <span className="min-w-0">
              <bdi className="wrap-anywhere">{order.buyerName}</bdi>
              <span className="block text-ink-2 text-sm">{date(order.placedAt)}</span>
            </span>
            <span>
              <bdi>{money(order.amount, order.currency)}</bdi>
              <span className="block text-ink-2 text-sm">
                {t("orders.saved", { amount: money(order.saved, order.currency) })}
              </span>
            </span>
            <span className="flex flex-wrap gap-1">
              <OrderStateTag state={order.state} />
              {order.released ? <Tag kind="plain">{t("orders.released")}</Tag> : null}
            </span>
          </li>
        ))}
      </ul>
      <PageLinks
        next={next ? `/admin/coupons/${coupon.id}?before=${next}` : undefined}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </section>
  );
}

/** Switches a coupon off, or on again. */
export function SwitchCoupon({ off }: { off: boolean }) {
  const { t } = useTranslation("coupons");
  const verb = off ? "on" : "off";
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={`switch-${verb}`} />
      <ConfirmSubmit
        kind={off ? "quiet" : "danger"}
        label={t(`switch.${verb}.label`)}
        title={t(`switch.${verb}.title`)}
        text={t(`switch.${verb}.text`)}
        confirmLabel={t(`switch.${verb}.label`)}
        cancelLabel={t("ui:cancel")}
      />
    </Form>
  );
}
