import type { ReactNode } from "react";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import type { PriceFor } from "#app/platform/db/generated/enums.ts";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** An amount, or that it is free. */
export function Amount({ amount, currency }: Money) {
  const { t } = useTranslation("prices");
  const { money } = useFormats();
  return <bdi>{amount === 0 ? t("free") : money(amount, currency)}</bdi>;
}

/** A text that exists in some languages, in the best of them for the reader. */
export function Told({ text }: { text: Translated }) {
  const { locale } = usePageContext().formats;
  return <LocalText value={pickTranslated(text, locale)} />;
}

type ForWhom = {
  for: PriceFor;
  /** The cohort's names, and what its group of countries is called. */
  cohort: Translated | null;
  group: string | null;
};

/** For whom a price is: everybody, a cohort, some countries; and whether for the certificate alone. */
export function Whom({ for: what, cohort, group }: ForWhom): ReactNode {
  const { t } = useTranslation("prices");
  const parts = [
    what === "certificate" ? <span key="for">{t("for.certificate")}</span> : null,
    cohort ? <Told key="cohort" text={cohort} /> : null,
    group === null ? null : <bdi key="group">{group}</bdi>,
  ].filter((part) => part !== null);
  if (parts.length === 0 || (what === "certificate" && parts.length === 1)) {
    parts.push(<span key="all">{t("everybody")}</span>);
  }
  return parts.flatMap((part, i) => (i === 0 ? [part] : [" · ", part]));
}

/** From when until when something holds, in words. */
export function Window({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }) {
  const { t } = useTranslation("prices");
  const { moment } = useFormats();
  if (startsAt && endsAt) return t("window.both", { from: moment(startsAt), until: moment(endsAt) });
  if (startsAt) return t("window.from", { from: moment(startsAt) });
  return endsAt ? t("window.until", { until: moment(endsAt) }) : t("window.always");
}
