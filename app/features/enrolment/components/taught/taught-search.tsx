import { Form } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import { type TaughtFilter, taughtFilters } from "../../taught-filters.ts";

/** Finds courses of the list by words of their titles and by their state. */
export function TaughtSearch({ q, filter }: { q?: string; filter: TaughtFilter }) {
  const { t } = useTranslation("course-making");
  return (
    <Form method="get" action="/teach" role="search" className="mb-6 flex flex-wrap items-end gap-4">
      <Field
        key={`q ${q}`}
        className="min-w-0 flex-1 basis-64"
        type="search"
        name="q"
        dir="auto"
        label={t("list.search")}
        defaultValue={q}
      />
      <Select
        key={`filter ${filter}`}
        className="basis-56"
        name="filter"
        label={t("list.filter")}
        options={taughtFilters.map((value) => ({ value, label: t(`list.filters.${value}`) }))}
        defaultValue={filter}
      />
      <Button kind="quiet">{t("list.submit")}</Button>
    </Form>
  );
}
