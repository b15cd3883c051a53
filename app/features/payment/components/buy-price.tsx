import type { ReactNode } from "react";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { AskedPrice } from "../checkout/offer.server.ts";
import type { Choice } from "../checkout/offered-choices.ts";

/** An amount, or that there is nothing to pay. */
function Amount({ price }: { price: Money }) {
  const { t } = useTranslation("course");
  const { money } = useFormats();
  return <bdi>{price.amount === 0 ? t("price.free") : money(price.amount, price.currency)}</bdi>;
}

/** Why it is this price, and until when. */
export function Special({ price }: { price: AskedPrice }) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  if (!price.labels && !price.endsAt) return null;
  return (
    <span className="text-ink-2 text-sm">
      {price.labels ? <LocalText value={pickTranslated(price.labels, locale)} /> : null}
      {price.labels && price.endsAt ? " · " : null}
      {price.endsAt ? t("buy.until", { date: formats.moment(price.endsAt) }) : null}
    </span>
  );
}

/** The one price of all choices; `instead` is the usual one that it takes the place of, where it is lower. */
export function PriceNote({ price, instead }: { price: AskedPrice; instead: Money }) {
  const { t } = useTranslation("payment");
  const formats = useFormats();
  const lower = instead.currency === price.currency && price.amount < instead.amount;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-ink-2 text-sm">{t("buy.price")}</span>
        <strong className="font-semibold text-lg">
          <Amount price={price} />
        </strong>
        {lower ? (
          <span className="text-ink-2 text-sm">
            {t("buy.instead", { price: formats.money(instead.amount, instead.currency) })}
          </span>
        ) : null}
      </p>
      <Special price={price} />
    </div>
  );
}

/** Beside each choice of when to learn, what that costs. */
export function choicePrices(choices: readonly Choice[]): (value: string) => ReactNode {
  return (value) => {
    const price = choices.find((choice) => choice.value === value)?.price;
    if (!price) return null;
    return (
      <span className="grid">
        <strong className="font-semibold">
          <Amount price={price} />
        </strong>
        <Special price={price} />
      </span>
    );
  };
}
