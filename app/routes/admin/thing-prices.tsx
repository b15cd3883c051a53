import { z } from "zod";
import { findProfileChoices } from "#app/features/account/find-profile-choices.server.ts";
import { PricePreview } from "#app/features/payment/components/prices/price-preview.tsx";
import { PriceRooms } from "#app/features/payment/components/prices/price-rooms.tsx";
import { Amount, Told } from "#app/features/payment/components/prices/price-words.tsx";
import { ThingPriceList } from "#app/features/payment/components/prices/thing-price-list.tsx";
import { findThingPrices, previewPrice } from "#app/features/payment/prices/find-thing-prices.server.ts";
import { pricesHref } from "#app/features/payment/prices/price-address.ts";
import { previewSchema, thingSchema } from "#app/features/payment/prices/price-schema.ts";
import { endPrice } from "#app/features/payment/prices/save-price.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Route } from "./+types/thing-prices";

export const loader = declareLoader({
  access: "admin",
  params: thingSchema,
  search: previewSchema,
  load: async ({ personCtx, ctx, params, search }) => {
    const [found, answer] = await Promise.all([
      findThingPrices(personCtx(), params),
      previewPrice(personCtx(), { place: params, question: search }),
    ]);
    return { found, answer, question: search, countries: findProfileChoices(ctx.locale).countries };
  },
});

export const action = declareAction({
  access: "admin",
  params: thingSchema,
  act: async ({ personCtx, form, params, href }) => {
    const price = z.uuid().safeParse(form.get("price"));
    if (!price.success) throw notFound();
    await endPrice(personCtx(), { place: params, id: price.data });
    return redirectWithNotice(href(pricesHref(params)), "prices:notice.ended");
  },
});

export default function ThingPricesPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("prices");
  const { locale } = usePageContext().formats;
  const { found, answer, question, countries } = loaderData;
  const { thing } = found;
  return (
    <PriceRooms
      room="prices"
      within={[]}
      title={<Told text={thing.titles} />}
      text={pickTranslated(thing.titles, locale).text}
      lead={t("thing.lead")}
      actions={
        <Link to={pricesHref(thing, "new")} className={buttonClass()}>
          <Icon name="plus" /> {t("thing.add")}
        </Link>
      }
    >
      <div className="grid gap-8">
        {found.prices.some(({ ambiguous }) => ambiguous) ? (
          <Notice kind="warning" title={t("ambiguous.tag")}>
            {t("ambiguous.now")}
          </Notice>
        ) : null}
        <OwnPrice found={found} />
        <ThingPriceList found={found} />
        <PricePreview found={found} countries={countries} question={question} answer={answer} />
      </div>
    </PriceRooms>
  );
}

/** What a course costs in itself, or that a programme is sold only where it has a price. */
function OwnPrice({ found: { thing } }: { found: Route.ComponentProps["loaderData"]["found"] }) {
  const { t } = useTranslation("prices");
  const { own, slug } = thing;
  if (!own) return <p className="text-ink-2">{t("thing.programme")}</p>;
  return (
    <div className="grid gap-3">
      <p>
        {t("thing.own")}{" "}
        <strong>
          <Amount {...own} />
        </strong>
        {" · "}
        <Link to={`/teach/${slug}/settings?section=enrolment`}>{t("thing.changeOwn")}</Link>
      </p>
      {own.amount === 0 ? <Notice kind="info">{t("thing.isFree")}</Notice> : null}
    </div>
  );
}
