import { findSettings } from "#app/features/setting/find-settings.server.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { type Locale, pickTranslated } from "#app/platform/i18n/locales.ts";
import { findInvoices } from "./find-invoices.server.ts";

/**
 * The papers of an order, and the account to pay it to, in the best language for its reader; whoever asks has looked
 * whether she may see the order.
 */
export async function findOrderPapers({ db, locale }: { db: Db; locale: Locale }, { orderId }: { orderId: string }) {
  const [invoices, { payee }] = await Promise.all([findInvoices(db, { orderId }), findSettings(db)]);
  const bank = pickTranslated(payee.bankDetails, locale);
  return { invoices, bank: bank.text ? bank : null };
}
export type OrderPapers = Awaited<ReturnType<typeof findOrderPapers>>;
