import { CurrencyForm } from "#app/features/payment/components/prices/currency-form.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { findCurrencies } from "#app/features/payment/prices/currencies.server.ts";
import { currenciesSchema } from "#app/features/payment/prices/currencies-schema.ts";
import { changeSettings } from "#app/features/setting/change-settings.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/currencies";

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx, ctx }) => {
    const names = new Intl.DisplayNames(ctx.locale, { type: "currency" });
    const currencies = await findCurrencies(personCtx());
    return { currencies: currencies.map((currency) => ({ ...currency, name: names.of(currency.code) ?? "" })) };
  },
});

export const action = declareAction({
  access: "admin",
  act: ({ personCtx, form, href }) =>
    handleForm({
      form,
      schema: currenciesSchema,
      run: async ({ currencies }): Promise<never> => {
        await changeSettings(personCtx(), { currencies });
        throw redirectWithNotice(href("/admin/currencies"), "prices:notice.currenciesSaved");
      },
    }),
});

export default function Currencies({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("prices");
  return (
    <PriceRooms room="currencies" title={t("rooms.currencies")} lead={t("currencies.lead")}>
      <CurrencyForm currencies={loaderData.currencies} result={actionData?.result} />
    </PriceRooms>
  );
}
