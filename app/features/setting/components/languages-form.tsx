import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { defaultLocale, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";

type LanguagesFormProps = {
  languages: readonly Locale[];
  defaultLanguage: Locale;
  timeZone: string;
  zones: readonly { value: string; label: string }[];
  result?: SubmissionResult<string[]>;
};

/** In which languages pages are offered, and what holds for whoever chose nothing. */
export function LanguagesForm({ languages, defaultLanguage, timeZone, zones, result }: LanguagesFormProps) {
  const { t } = useTranslation("settings");
  const errors = useFormErrors(result);
  const typed: unknown = result?.initialValue?.languages;
  const ticked = result ? [typed].flat().map(String) : languages;
  return (
    <Card>
      <Form method="post" className="grid gap-6">
        <FormErrors messages={errors.form} />
        <fieldset className="grid gap-1">
          <legend className="font-semibold">{t("languages.offered")}</legend>
          <p className="text-ink-2 text-sm">{t("languages.offeredHint")}</p>
          {locales.map((locale) => (
            <Checkbox
              key={locale}
              name="languages"
              value={locale}
              label={<span lang={locale}>{localeNames[locale]}</span>}
              hint={locale === defaultLocale ? t("languages.always") : undefined}
              disabled={locale === defaultLocale}
              defaultChecked={locale === defaultLocale || ticked.some((one) => one === locale)}
            />
          ))}
        </fieldset>
        <Select
          label={t("languages.default")}
          hint={t("languages.defaultHint")}
          name="defaultLanguage"
          options={locales.map((locale) => ({ value: locale, label: localeNames[locale], lang: locale }))}
          error={errors.field("defaultLanguage")}
          defaultValue={errors.typed("defaultLanguage") ?? defaultLanguage}
        />
        <Select
          label={t("languages.timeZone")}
          hint={t("languages.timeZoneHint")}
          name="timeZone"
          dir="ltr"
          options={zones}
          error={errors.field("timeZone")}
          defaultValue={errors.typed("timeZone") ?? timeZone}
        />
        <div>
          <Button>{t("admin:settings.save")}</Button>
        </div>
      </Form>
    </Card>
  );
}
