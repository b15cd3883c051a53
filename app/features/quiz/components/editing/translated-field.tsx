import { directionOf, type Locale, localeNames, type Translated } from "#app/platform/i18n/locales.ts";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { FieldError, Hint } from "#app/ui/field-parts.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { type Bound, controlId, problemAt } from "./bound.ts";
import { useProblem } from "./fields.tsx";

type TranslatedFieldProps = {
  field: Omit<Bound<Translated | undefined>, "onChange"> & { onChange: (value: Translated) => void };
  legend: string;
  hint?: string;
  /** One line, without Markdown. */
  line?: boolean;
  rows?: number;
};

/** Languages for which there is a field: the course's, and any other in which the text exists already. */
function fieldLocales({ value = {}, locales }: TranslatedFieldProps["field"]): Locale[] {
  const present = Object.keys(localeNames).filter((locale): locale is Locale => locale in value);
  return [...new Set([...locales, ...present])];
}

/** A text in each language of the course; a language left empty has none. */
export function TranslatedField({ field, legend, hint, line = false, rows = 2 }: TranslatedFieldProps) {
  const { t } = useTranslation("question");
  const { value = {}, path, problems } = field;
  const id = controlId(path);
  const set = (locale: Locale, text: string) => {
    const { [locale]: _, ...rest } = value;
    field.onChange(text === "" ? rest : { ...rest, [locale]: text });
  };
  const problem = useProblem(field);
  return (
    <fieldset className="grid min-w-0 gap-2" aria-describedby={problem ? `${id}-error` : undefined}>
      <legend className="font-semibold">{legend}</legend>
      <Hint id={id}>{hint}</Hint>
      <div className="@container">
        <div className="grid gap-3 @lg:grid-cols-2">
          {fieldLocales(field).map((locale) => {
            const message = problemAt({ path: [...path, locale], problems });
            const texts = {
              id: controlId(path, locale),
              name: controlId(path, locale),
              label: <bdi>{localeNames[locale]}</bdi>,
              "aria-label": `${legend} — ${localeNames[locale]}`,
              lang: locale,
              dir: directionOf(locale),
              error: message && translateMessage(t, message),
              value: value[locale] ?? "",
            };
            return line ? (
              <Field key={locale} {...texts} onChange={(event) => set(locale, event.target.value)} />
            ) : (
              <TextArea key={locale} {...texts} rows={rows} onChange={(event) => set(locale, event.target.value)} />
            );
          })}
        </div>
      </div>
      <FieldError id={id}>{problem}</FieldError>
    </fieldset>
  );
}

/** A text that may be left out altogether. */
export function OptionalTranslatedField({
  field,
  ...rest
}: Omit<TranslatedFieldProps, "field"> & { field: Bound<Translated | undefined> }) {
  const set = (value: Translated) => field.onChange(Object.keys(value).length === 0 ? undefined : value);
  return <TranslatedField {...rest} field={{ ...field, onChange: set }} />;
}
