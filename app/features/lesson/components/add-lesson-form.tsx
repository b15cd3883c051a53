import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";

type AddLessonFormProps = {
  intent: string;
  /** The file of messages whose `add` says what is added. */
  words: "lecture-editor" | "quiz-editor";
  section: { id: string; title: string; lessons: { id: string; title: string }[] };
  locales: Locale[];
  /** Of the last try for this section. */
  result: SubmissionResult<string[]> | undefined;
};

/** Adds a lesson to a section: what it is called and about, in each language of the course, and where it stands. */
export function AddLessonForm({ intent, words, section, locales, result }: AddLessonFormProps) {
  const { t } = useTranslation();
  const errors = useFormErrors(result);
  return (
    <Disclosure open={result !== undefined} summary={t(`${words}:add.title`)}>
      <Form
        method="post"
        action=""
        className="grid justify-items-start gap-4"
        aria-label={t(`${words}:add.to`, section)}
      >
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="section" value={section.id} />
        <FormErrors messages={errors.form} />
        {locales.map((locale) => (
          <div key={locale} className="grid w-full gap-3">
            {(["title", "summary"] as const).map((name) => (
              <Field
                key={name}
                name={`${name}.${locale}`}
                label={t(`${words}:add.${name === "title" ? "nameIn" : "summaryIn"}`, {
                  language: localeNames[locale],
                })}
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
        <Place lessons={section.lessons} chosen={errors.typed("before")} />
        <Button kind="quiet">{t(`${words}:add.submit`)}</Button>
      </Form>
    </Disclosure>
  );
}

type PlaceProps = { lessons: AddLessonFormProps["section"]["lessons"]; chosen: string | undefined };

function Place({ lessons, chosen }: PlaceProps) {
  const { t } = useTranslation("release");
  if (lessons.length === 0) return null;
  const options = lessons.map(({ id, title }) => ({ value: id, label: t("add.before", { title }) }));
  return (
    <Select
      className="w-full"
      name="before"
      label={t("add.place")}
      options={[{ value: "", label: t("add.atEnd") }, ...options]}
      defaultValue={chosen ?? ""}
    />
  );
}
