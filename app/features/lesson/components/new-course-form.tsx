import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Field } from "#app/ui/field.tsx";
import { FieldError } from "#app/ui/field-parts.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";

type NewCourseFormProps = {
  subjects: { slug: string; name: { text: string; locale: Locale } }[];
  result: SubmissionResult<string[]> | undefined;
};

const levels = ["beginner", "intermediate", "advanced"] as const;

/** All that is asked before one can write: the rest has its settings. */
export function NewCourseForm({ subjects, result }: NewCourseFormProps) {
  const { t } = useTranslation("course-making");
  const { locale } = usePageContext().formats;
  const errors = useFormErrors(result);
  const line = (name: string) => ({ name, defaultValue: errors.typed(name), error: errors.field(name) });
  return (
    <Form method="post" noValidate className="grid justify-items-start gap-6">
      <FormErrors messages={errors.form} />
      <Field className="w-full" label={t("new.name")} hint={t("new.nameHint")} dir="auto" required {...line("title")} />
      <Select
        className="w-full max-w-sm"
        label={t("new.sourceLocale")}
        hint={t("new.sourceLocaleHint")}
        options={locales.map((code) => ({ value: code, label: localeNames[code], lang: code }))}
        {...line("sourceLocale")}
        defaultValue={errors.typed("sourceLocale") ?? locale}
      />
      <Languages chosen={result?.initialValue?.locales} error={errors.field("locales")} />
      <Select
        className="w-full max-w-sm"
        label={t("new.subject")}
        options={subjects.map(({ slug, name }) => ({ value: slug, label: name.text, lang: name.locale }))}
        {...line("subject")}
      />
      <Select
        className="w-full max-w-sm"
        label={t("new.level")}
        options={levels.map((level) => ({ value: level, label: t(`course:level.${level}`) }))}
        {...line("level")}
      />
      <Button>{t("new.submit")}</Button>
    </Form>
  );
}

function Languages({ chosen, error }: { chosen: unknown; error: string | undefined }) {
  const { t } = useTranslation("course-making");
  const list: unknown[] = Array.isArray(chosen) ? chosen : [chosen];
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t("new.locales")}</legend>
      <p className="text-ink-2 text-sm">{t("new.localesHint")}</p>
      <div className="flex flex-wrap gap-x-6">
        {locales.map((code) => (
          <Checkbox
            key={code}
            name="locales"
            value={code}
            label={<bdi lang={code}>{localeNames[code]}</bdi>}
            defaultChecked={list.includes(code)}
          />
        ))}
      </div>
      <FieldError id="locales">{error}</FieldError>
    </fieldset>
  );
}
