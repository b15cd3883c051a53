import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";

type AddLectureFormProps = {
  section: { id: string; title: string };
  locales: Locale[];
  /** Of the last try for this section. */
  result: SubmissionResult<string[]> | undefined;
};

/** Adds a lecture at the end of a section: what it is called and about, in each language of the course. */
export function AddLectureForm({ section, locales, result }: AddLectureFormProps) {
  const { t } = useTranslation("lecture-editor");
  const errors = useFormErrors(result);
  return (
    <Disclosure open={result !== undefined} summary={t("add.title")}>
      <Form method="post" action="" className="grid justify-items-start gap-4" aria-label={t("add.to", section)}>
        <input type="hidden" name="intent" value="add-lecture" />
        <input type="hidden" name="section" value={section.id} />
        <FormErrors messages={errors.form} />
        {locales.map((locale) => (
          <div key={locale} className="grid w-full gap-3">
            {(["title", "summary"] as const).map((name) => (
              <Field
                key={name}
                name={`${name}.${locale}`}
                label={t(name === "title" ? "add.nameIn" : "add.summaryIn", { language: localeNames[locale] })}
                lang={locale}
                dir={directionOf(locale)}
                required
                maxLength={name === "title" ? 200 : 1_000}
                defaultValue={errors.typed(`${name}.${locale}`)}
                error={errors.field(`${name}.${locale}`)}
              />
            ))}
          </div>
        ))}
        <Button kind="quiet">{t("add.submit")}</Button>
      </Form>
    </Disclosure>
  );
}
