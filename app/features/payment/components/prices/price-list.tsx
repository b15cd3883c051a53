import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ThingInList } from "../../prices/find-price-list.server.ts";
import { priceListHref, pricesHref, type ThingKind, thingKinds } from "../../prices/price-address.ts";
import { Amount, Told, Whom } from "./price-words.tsx";

/** Courses or programmes, and which of them are looked for; all of it goes into the address. */
export function PriceSearch({ kind, q }: { kind: ThingKind; q?: string | undefined }) {
  const { t } = useTranslation("prices");
  return (
    <search className="mb-6 grid gap-4">
      <nav aria-label={t("kinds.label")} className="flex flex-wrap gap-2">
        {thingKinds.map((one) => (
          <Link
            key={one}
            to={priceListHref({ kind: one, q })}
            aria-current={one === kind ? "true" : undefined}
            className={buttonClass({ kind: one === kind ? "primary" : "quiet", size: "s" })}
          >
            {t(`kinds.${one}`)}
          </Link>
        ))}
      </nav>
      <Form
        key={priceListHref({ kind, q })}
        action="/admin/prices"
        className="grid items-end gap-3 rounded border border-line bg-surface p-4 sm:grid-cols-[1fr_auto]"
      >
        <input type="hidden" name="kind" value={kind} />
        <Field type="search" name="q" label={t("search")} defaultValue={q} dir="auto" />
        <div className="flex flex-wrap gap-2">
          <Button>
            <Icon name="search" /> {t("show")}
          </Button>
          {q ? (
            <Link to={priceListHref({ kind })} className={buttonClass({ kind: "plain" })}>
              {t("clear")}
            </Link>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

/** Each course or programme with what holds now, and for whom. */
export function PriceList({ kind, things }: { kind: ThingKind; things: readonly ThingInList[] }) {
  return (
    <ul className="grid gap-3">
      {things.map((thing) => (
        <Thing key={thing.id} kind={kind} thing={thing} />
      ))}
    </ul>
  );
}

function Thing({ kind, thing }: { kind: ThingKind; thing: ThingInList }) {
  const { t } = useTranslation("prices");
  const { title, titleLocale, published, slug } = thing;
  return (
    <li className="rounded border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 font-bold font-read text-lg">
          <Link to={pricesHref({ kind, slug })} className="inline-flex min-h-11 items-center wrap-anywhere sm:min-h-0">
            <LocalText value={{ text: title, locale: titleLocale }} />
          </Link>
        </h2>
        {published ? null : <Tag kind="plain">{t("unpublished")}</Tag>}
      </div>
      <HoldingNow thing={thing} />
    </li>
  );
}

function HoldingNow({ thing: { amount, currency, prices } }: { thing: ThingInList }) {
  const { t } = useTranslation("prices");
  const { moment } = useFormats();
  const own = amount === null || currency === null ? null : { amount, currency };
  const everybody = prices.some((price) => price.for === "place" && !price.cohortId && !price.countryGroupId);
  if (!own && prices.length === 0) return <p className="text-ink-2">{t("notSold")}</p>;
  // What is free in itself costs nobody anything, whatever other prices say.
  const places = own?.amount === 0 ? prices.filter((price) => price.for === "certificate") : prices;
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr] sm:justify-start">
      {own && (!everybody || own.amount === 0) ? (
        <div className="contents">
          <dt className="font-semibold">
            <Amount {...own} />
          </dt>
          <dd className="text-ink-2 max-sm:pb-1">{t("everybody")}</dd>
        </div>
      ) : null}
      {places.map((price) => (
        <div key={price.id} className="contents">
          <dt className="font-semibold">
            <Amount {...price} />
          </dt>
          <dd className="text-ink-2 max-sm:pb-1">
            <Whom for={price.for} cohort={price.cohort} group={price.group} />
            {price.labels ? (
              <>
                {" · "}
                <Told text={price.labels} />
              </>
            ) : null}
            {price.endsAt ? ` · ${t("window.until", { until: moment(price.endsAt) })}` : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
