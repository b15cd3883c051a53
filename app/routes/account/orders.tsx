import { z } from "zod";
import { OrderStateTag } from "#app/features/payment/components/order-state-tag.tsx";
import { findMyOrders } from "#app/features/payment/orders/find-my-orders.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/orders";

export const loader = declareLoader({
  access: "signedIn",
  search: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
  load: async ({ personCtx, search }) => findMyOrders(personCtx(), search),
});

export default function MyOrders({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("payment");
  const { date, money, number: digits } = useFormats();
  const { locale } = usePageContext().formats;
  const { orders, next } = loaderData;
  const labels = { navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") };
  const head = ["number", "what", "date", "amount", "state"] as const;
  return (
    <>
      <PlainHead title={t("orders.title")} />
      <PageHeader title={t("orders.title")} lead={t("orders.lead")} />
      <DataTable
        caption={t("orders.title")}
        captionHidden
        head={head.map((key) => ({ key, label: t(`orders.${key}`), numeric: key === "amount" }))}
        rows={orders.map(({ number, lines, placedAt, amount, currency, state }) => ({
          key: String(number),
          cells: [
            <Link key="number" to={`/account/orders/${number}`} className="inline-flex min-h-11 items-center">
              {digits(number)}
            </Link>,
            lines[0] ? <LocalText key="what" value={pickTranslated(lines[0].titles, locale)} /> : null,
            date(placedAt),
            <bdi key="amount">{money(amount, currency)}</bdi>,
            <OrderStateTag key="state" state={state} />,
          ],
        }))}
        empty={
          <EmptyState
            title={t("orders.empty.title")}
            text={t("orders.empty.text")}
            action={
              <Link to="/courses" className={buttonClass()}>
                {t("orders.empty.action")}
              </Link>
            }
          />
        }
      />
      <PageLinks next={next ? `/account/orders?before=${next}` : undefined} labels={labels} LinkAs={Link} />
    </>
  );
}
