import { Form, Link } from "#app/platform/i18n/link.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import {
  isNarrowed,
  type OrderFilters,
  orderLineKinds,
  orderNeeds,
  orderStates,
  ordersHref,
  paymentMethods,
} from "../../orders/search/order-filters.ts";

type OrderFilterProps = {
  filters: OrderFilters;
  choices: { currencies: string[]; courses: { slug: string; titles: Translated }[] };
};

const more = ["method", "kind", "currency", "course", "from", "until", "needs"] as const;

/** What is looked for among the orders; all of it goes into the address. */
export function OrderFilter({ filters, choices }: OrderFilterProps) {
  const { t } = useTranslation("orders-admin");
  const chosen = more.filter((name) => filters[name] !== undefined).length;
  const states = orderStates.map((value) => ({ value, label: t(`payment:order.state.${value}`) }));
  return (
    <search>
      <Form
        // The fields show what the address says, also when it changes by a link.
        key={ordersHref(filters)}
        action="/admin/orders"
        className="mb-6 grid gap-2 rounded border border-line bg-surface p-4"
      >
        <div className="flex flex-wrap items-end gap-3">
          <Field
            className="min-w-0 grow basis-full sm:basis-60"
            type="search"
            name="q"
            label={t("list.search")}
            hint={t("list.searchHint")}
            defaultValue={filters.q}
            maxLength={200}
            dir="auto"
          />
          <Select
            className="min-w-0 grow basis-full sm:grow-0 sm:basis-48"
            name="state"
            label={t("list.state")}
            options={[{ value: "", label: t("list.any") }, ...states]}
            defaultValue={filters.state}
          />
          <Button>
            <Icon name="search" /> {t("list.show")}
          </Button>
          {isNarrowed(filters) ? (
            <Link to={ordersHref()} className={buttonClass({ kind: "plain" })}>
              {t("list.clear")}
            </Link>
          ) : null}
        </div>
        <Disclosure
          open={chosen > 0}
          summary={chosen > 0 ? t("list.filtersChosen", { count: chosen }) : t("list.filters")}
        >
          <MoreFilters filters={filters} choices={choices} />
        </Disclosure>
      </Form>
    </search>
  );
}

function MoreFilters({ filters, choices }: OrderFilterProps) {
  const { t } = useTranslation("orders-admin");
  const { locale } = usePageContext().formats;
  const any = { value: "", label: t("list.any") };
  const named = <Value extends string>(values: readonly Value[], label: (value: Value) => string) => [
    any,
    ...values.map((value) => ({ value, label: label(value) })),
  ];
  const courses = choices.courses.map(({ slug, titles }) => {
    const title = pickTranslated(titles, locale);
    return { value: slug, label: title.text || slug, lang: title.locale };
  });
  return (
    <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-4">
      <Select
        name="method"
        label={t("list.method")}
        options={named(paymentMethods, (value) => t(`method.${value}`))}
        defaultValue={filters.method}
      />
      <Select
        name="kind"
        label={t("list.kind")}
        options={named(orderLineKinds, (value) => t(`kind.${value}`))}
        defaultValue={filters.kind}
      />
      <Select name="course" label={t("list.course")} options={[any, ...courses]} defaultValue={filters.course} />
      <Select
        name="currency"
        label={t("list.currency")}
        options={named(choices.currencies, (value) => value)}
        defaultValue={filters.currency}
      />
      <Field type="date" name="from" label={t("list.from")} defaultValue={filters.from} />
      <Field type="date" name="until" label={t("list.until")} defaultValue={filters.until} />
      <Select
        name="needs"
        label={t("list.needs")}
        options={named(orderNeeds, (value) => t(`needs.${value}`))}
        defaultValue={filters.needs}
      />
    </div>
  );
}
