import type { Order } from "#app/platform/db/generated/client.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";

/** What is said in the language in which an order was placed, by message key. */
export function orderWords({ locale }: Pick<Order, "locale">): (key: string) => string {
  const { t } = serverI18n(isLocale(locale) ? locale : defaultLocale);
  return (key) => t(key);
}
