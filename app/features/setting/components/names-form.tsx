import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, localeNames, locales, type Translated } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type NamesFormProps = { siteNames: Translated; siteTaglines: Translated; result?: SubmissionResult<string[]> };

/** What the academy is called and says of itself, in each language. */
export function NamesForm({ siteNames, siteTaglines, result }: NamesFormProps) {
  const { t } = useTranslation("settings");
  const own = result?.initialValue?.intent === "names" ? result : undefined;
  const errors = useFormErrors(own);
  return (
    <Card>
      {/* A new page follows, which bears the new name everywhere. */}
      <Form method="post" reloadDocument className="grid gap-6">
        <input type="hidden" name="intent" value="names" />
        <FormErrors messages={errors.form} />
        <p className="text-ink-2">{t("names.lead")}</p>
        {locales.map((locale) => (
          <fieldset key={locale} className="grid gap-3 border-line border-t pt-4 sm:grid-cols-[1fr_2fr]">
            <legend className="float-start font-semibold" lang={locale}>
              {localeNames[locale]}
            </legend>
            <Field
              className="sm:col-start-1"
              label={t("names.name")}
              name={`siteNames.${locale}`}
              lang={locale}
              dir={directionOf(locale)}
              maxLength={40}
              error={errors.field(`siteNames.${locale}`)}
              defaultValue={errors.typed(`siteNames.${locale}`) ?? siteNames[locale] ?? ""}
            />
            <Field
              label={t("names.tagline")}
              name={`siteTaglines.${locale}`}
              lang={locale}
              dir={directionOf(locale)}
              maxLength={160}
              error={errors.field(`siteTaglines.${locale}`)}
              defaultValue={errors.typed(`siteTaglines.${locale}`) ?? siteTaglines[locale] ?? ""}
            />
          </fieldset>
        ))}
        <div>
          <Button>{t("admin:settings.save")}</Button>
        </div>
      </Form>
    </Card>
  );
}
