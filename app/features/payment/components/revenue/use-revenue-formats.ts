import { decimalsOf } from "#app/platform/i18n/currency.ts";
import { formatMonth, formatNumber } from "#app/platform/i18n/format.ts";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";

/** How a page about revenue writes months and amounts, and in which direction its plots go. */
export function useRevenueFormats() {
  const { formats } = usePageContext();
  const own = useFormats();
  return {
    ...own,
    direction: directionOf(formats.locale),
    locale: formats.locale,
    /** Of a day on which a month of UTC begins. */
    month: (day: string) => formatMonth(`${day}T00:00:00Z`, { ...formats, timeZone: "UTC" }),
    /** An amount in minor units as a plot has room for. */
    short: (amount: number, currency: string) =>
      formatNumber(amount / 10 ** decimalsOf(currency), formats, { notation: "compact", maximumFractionDigits: 1 }),
  };
}
