import { writeCsv } from "#app/platform/csv/write-csv.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { decimalsOf } from "#app/platform/i18n/currency.ts";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { findRevenueRows } from "./find-revenue.server.ts";
import type { RevenueChoice } from "./revenue-months.ts";

const columns = ["month", "currency", "thing", "orders", "received", "refunded", "lost", "net"] as const;

/** Revenue as CSV in the reader's language, amounts in whole units of their currency. For admins: throws 404 to others. */
export async function writeRevenueCsv(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "locale">,
  choice: RevenueChoice,
): Promise<string> {
  const word = serverWords(ctx.locale).of("revenue");
  const rows = await findRevenueRows(ctx, choice);
  return writeCsv(
    columns.map((column) => word(column)),
    rows.map(({ month, currency, titles, orders, received, refunded, lost }) => {
      const inUnits = (amount: number) => amount / 10 ** decimalsOf(currency);
      const sums = [received, refunded, lost, received - refunded - lost].map(inUnits);
      return [month.slice(0, 7), currency, pickTranslated(titles, ctx.locale).text, orders, ...sums];
    }),
  );
}
