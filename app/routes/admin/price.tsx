import { data } from "react-router";
import { z } from "zod";
import { PriceForm } from "#app/features/payment/components/prices/price-form.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { Told } from "#app/features/payment/components/prices/price-words.tsx";
import { findThingPrices } from "#app/features/payment/prices/find-thing-prices.server.ts";
import { pricesHref } from "#app/features/payment/prices/price-address.ts";
import { priceFormSchema, thingSchema } from "#app/features/payment/prices/price-schema.ts";
import { fieldsOfPriceRefusals, pricesRefused } from "#app/features/payment/prices/prices-errors.ts";
import { savePrice } from "#app/features/payment/prices/save-price.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/price";

const params = thingSchema.extend({ price: z.union([z.uuid(), z.literal("new")]) });

export const loader = declareLoader({
  access: "admin",
  params,
  load: async ({ personCtx, params: { price: id, ...place } }) => {
    const found = await findThingPrices(personCtx(), place);
    const price = found.prices.find((one) => one.id === id);
    if (id !== "new" && price?.standing !== "now" && price?.standing !== "later") throw notFound();
    return { found, price };
  },
});

export const action = declareAction({
  access: "admin",
  params,
  act: async ({ personCtx, form, params: { price: id, ...place }, href }) => {
    let ambiguous: string[] = [];
    const answer = await handleForm({
      form,
      schema: priceFormSchema,
      fieldOf: (code) => fieldsOfPriceRefusals[code],
      run: async (price): Promise<never> => {
        ({ ambiguous } = await savePrice(personCtx(), { place, id: id === "new" ? null : id, price }));
        if (ambiguous.length > 0) throw pricesRefused("ambiguous");
        throw redirectWithNotice(href(pricesHref(place)), "prices:notice.saved");
      },
    });
    return data({ ...answer.data, ambiguous }, answer.init ?? undefined);
  },
});

export default function PricePage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("prices");
  const { found, price } = loaderData;
  return (
    <PriceRooms
      room="prices"
      within={[{ label: <Told text={found.thing.titles} />, to: pricesHref(found.thing) }]}
      title={t(price ? "form.changeTitle" : "form.newTitle")}
      lead={price ? t("form.changeLead") : undefined}
    >
      <PriceForm found={found} price={price} result={actionData?.result} ambiguous={actionData?.ambiguous ?? []} />
    </PriceRooms>
  );
}
