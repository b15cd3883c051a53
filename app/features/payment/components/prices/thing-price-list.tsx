import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { PriceOfThing, ThingPrices } from "../../prices/find-thing-prices.server.ts";
import { pricesHref } from "../../prices/price-address.ts";
import { Amount, Told, Whom, Window } from "./price-words.tsx";

const kinds = { now: "tile", later: "gold", past: "plain" } as const;

/** All prices of a course or programme: those that hold, those to come, and, closed, those that are past. */
export function ThingPriceList({ found }: { found: ThingPrices }) {
  const { t } = useTranslation("prices");
  const standing = Map.groupBy(found.prices, (price) => price.standing);
  const current = [...(standing.get("now") ?? []), ...(standing.get("later") ?? [])];
  const past = standing.get("past") ?? [];
  return (
    <div className="grid gap-4">
      {current.length === 0 ? <p className="text-ink-2">{t("thing.none")}</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {current.map((price) => (
          <PriceCard key={price.id} price={price} found={found} />
        ))}
      </ul>
      {past.length > 0 ? (
        <Disclosure summary={t("thing.past", { count: past.length })}>
          <ul className="grid gap-3">
            {past.map((price) => (
              <PriceCard key={price.id} price={price} found={found} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function PriceCard({ price, found }: { price: PriceOfThing; found: ThingPrices }) {
  const { t } = useTranslation("prices");
  const cohort = found.cohorts.find(({ id }) => id === price.cohortId)?.names ?? null;
  // A course that costs nothing itself is free, whatever is set beside it.
  const idle = found.thing.own?.amount === 0 && price.for === "place" && price.standing === "now";
  return (
    <li className="grid gap-2 rounded border border-line bg-surface px-4 py-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <strong className="text-lg">
            <Amount {...price} />
          </strong>
          {price.labels ? <Told text={price.labels} /> : null}
          {idle ? (
            <Tag kind="plain">{t("standing.idle")}</Tag>
          ) : (
            <Tag kind={kinds[price.standing]}>{t(`standing.${price.standing}`)}</Tag>
          )}
          {price.ambiguous ? <Tag kind="gold">{t("ambiguous.tag")}</Tag> : null}
        </p>
        <p>
          <Whom for={price.for} cohort={cohort} group={price.group} />
        </p>
        <p className="text-ink-2 text-sm">
          <Window startsAt={price.startsAt} endsAt={price.endsAt} />
        </p>
      </div>
      {price.standing === "past" ? null : <Acts price={price} found={found} />}
    </li>
  );
}

function Acts({ price, found }: { price: PriceOfThing; found: ThingPrices }) {
  const { t } = useTranslation("prices");
  const verb = price.standing === "now" ? "end" : "remove";
  return (
    <div className="flex flex-wrap gap-2">
      <Link to={pricesHref(found.thing, price.id)} className={buttonClass({ kind: "quiet", size: "s" })}>
        {t("thing.change")}
      </Link>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="price" value={price.id} />
        <ConfirmSubmit
          size="s"
          kind="quiet"
          label={t(`thing.${verb}.label`)}
          title={t(`thing.${verb}.title`)}
          text={t(`thing.${verb}.text`)}
          confirmLabel={t(`thing.${verb}.label`)}
          cancelLabel={t("ui:cancel")}
        />
      </Form>
    </div>
  );
}
