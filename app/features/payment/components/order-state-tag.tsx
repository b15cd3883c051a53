import type { OrderState } from "#app/platform/db/generated/enums.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";

const waiting: readonly OrderState[] = ["open", "pending"];

/** How an order stands, in a word or two. */
export function OrderStateTag({ state }: { state: OrderState }) {
  const { t } = useTranslation("payment");
  const kind = state === "paid" ? "tile" : waiting.includes(state) ? "gold" : "plain";
  return <Tag kind={kind}>{t(`order.state.${state}`)}</Tag>;
}
