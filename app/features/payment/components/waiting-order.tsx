import type { OrderState } from "#app/platform/db/generated/enums.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Notice } from "#app/ui/notice.tsx";

/** In the place of a form of buying: the order that waits for its payment, and the way to it. */
export function WaitingOrder({ waiting }: { waiting: { number: number; state: OrderState } }) {
  const { t } = useTranslation("payment");
  return (
    <Notice kind="info">
      <p className="pb-3">{t(waiting.state === "pending" ? "buy.waiting.pending" : "buy.waiting.open")}</p>
      <Link to={`/account/orders/${waiting.number}`} className={buttonClass({ kind: "quiet" })}>
        {t("buy.toOrder")}
      </Link>
    </Notice>
  );
}
