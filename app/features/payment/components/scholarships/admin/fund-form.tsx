import { Form } from "#app/platform/i18n/link.tsx";
import type { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { SectionCard } from "#app/ui/section-card.tsx";
import { Select } from "#app/ui/select.tsx";

type MakeFundFormProps = { currencies: readonly string[]; errors: ReturnType<typeof useFormErrors> };

/** Makes a fund: its name, and what may be given from it in all. */
export function MakeFundForm({ currencies, errors: { field, form, typed } }: MakeFundFormProps) {
  const { t } = useTranslation("scholarship-admin");
  return (
    <SectionCard title={t("fund.make")}>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="intent" value="make" />
        <FormErrors messages={form} />
        <Field
          name="name"
          label={t("fund.name")}
          hint={t("fund.nameHint")}
          required
          maxLength={120}
          dir="auto"
          defaultValue={typed("name")}
          error={field("name")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            name="limit"
            label={t("fund.limit")}
            inputMode="decimal"
            required
            dir="ltr"
            autoComplete="off"
            defaultValue={typed("limit")}
            error={field("limit")}
          />
          <Select
            name="currency"
            label={t("fund.currency")}
            options={currencies.map((code) => ({ value: code, label: code }))}
            defaultValue={typed("currency")}
            error={field("currency")}
          />
        </div>
        <div>
          <Button>{t("fund.makeSubmit")}</Button>
        </div>
      </Form>
    </SectionCard>
  );
}
