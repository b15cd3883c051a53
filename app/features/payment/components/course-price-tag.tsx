import { PriceTag } from "#app/features/course/components/price.tsx";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { Buying } from "../checkout/find-buying.server.ts";
import { lowestPrice, offeredChoices, singlePrice } from "../checkout/offered-choices.ts";

type CoursePriceTagProps = {
  /** What the course costs in itself. */
  price: Money;
  offer: Parameters<typeof offeredChoices>[1];
  buying: Buying | null;
};

/** What a course costs now, at the head of its page; from how much on, where that depends on when one learns. */
export function CoursePriceTag({ price, offer, buying }: CoursePriceTagProps) {
  const { t } = useTranslation("payment");
  const { money } = useFormats();
  const choices = buying ? offeredChoices(buying.prices, offer) : [];
  const lowest = lowestPrice(choices);
  if (singlePrice(choices) || !lowest || choices.every((choice) => choice.price.amount === lowest.amount)) {
    const { amount, currency } = lowest ?? price;
    return <PriceTag amount={amount} currency={currency} />;
  }
  return <Tag kind="plain">{t("buy.from", { price: money(lowest.amount, lowest.currency) })}</Tag>;
}
