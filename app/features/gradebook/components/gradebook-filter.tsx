import { Form } from "#app/platform/i18n/link.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { GradebookChoice } from "../gradebook-schema.ts";

type GradebookFilterProps = {
  address: string;
  choice: GradebookChoice;
  cohorts: readonly { id: string; names: Translated }[];
};

/** Whose grades are shown. */
export function GradebookFilter({ address, choice, cohorts }: GradebookFilterProps) {
  const { t } = useTranslation("gradebook");
  const { locale } = usePageContext().formats;
  const named = cohorts.map(({ id, names }) => ({ value: id, label: pickTranslated(names, locale).text }));
  return (
    <Form action={address} role="search" className="mb-6 flex flex-wrap items-end gap-4 print:hidden">
      <Field
        className="w-full sm:w-72"
        type="search"
        name="q"
        dir="auto"
        label={t("filter.name")}
        defaultValue={choice.q}
        maxLength={200}
      />
      {named.length > 0 ? (
        <Select
          className="w-full sm:w-56"
          name="cohort"
          label={t("filter.cohort")}
          options={[{ value: "", label: t("filter.everybody") }, ...named]}
          defaultValue={choice.cohort}
        />
      ) : null}
      <Button kind="quiet">{t("filter.show")}</Button>
    </Form>
  );
}
