import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/select.tsx";
import type { Revenue } from "../../revenue/find-revenue.server.ts";

/** What revenue is asked by. It stands in the address, so that a view can be kept and sent. */
export function RevenueFilter({ revenue: { period, years, currencies, chosen } }: { revenue: Revenue }) {
  const { t } = useTranslation("revenue");
  const formats = useFormats();
  const periods = [
    { value: "last", label: t("filter.last") },
    ...years.map((year) => ({ value: year, label: formats.digits(year) })),
    { value: "all", label: t("filter.all") },
  ];
  return (
    <Form
      key={`${period} ${chosen?.currency}`}
      action="/admin/revenue"
      aria-label={t("filter.label")}
      className="mb-8 flex flex-wrap items-end gap-4 print:hidden"
    >
      <Select
        className="w-full sm:w-56"
        name="period"
        label={t("filter.period")}
        options={periods}
        defaultValue={period}
      />
      {currencies.length > 1 ? (
        <Select
          className="w-full sm:w-40"
          name="currency"
          label={t("filter.currency")}
          options={currencies.map(({ currency }) => ({ value: currency, label: currency }))}
          defaultValue={chosen?.currency}
        />
      ) : null}
      <Button kind="quiet">{t("filter.show")}</Button>
    </Form>
  );
}
