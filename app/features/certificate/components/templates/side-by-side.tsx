import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { Field } from "#app/ui/field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useProblems } from "./problems.ts";

type SideBySideProps = {
  legend: string;
  hint?: string;
  /** Arabic first, and beside it the language that is being worked on. */
  locales: readonly Locale[];
  /** Where it stands in the draft, such as `signatories/0/names`; `pathOf` where the language stands elsewhere. */
  pathOf: (locale: Locale) => string;
  value: (locale: Locale) => string;
  onChange: (locale: Locale, text: string) => void;
  maxLength?: number;
  /** Rows for a sentence, which is one line on the page all the same. */
  rows?: number;
};

const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");

/** A text in two languages, one beside the other. */
export function SideBySide({
  legend,
  hint,
  locales,
  pathOf,
  value,
  onChange,
  maxLength = 160,
  rows = 1,
}: SideBySideProps) {
  const problemAt = useProblems();
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint ? <p className="text-ink-2 text-sm">{hint}</p> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        {locales.map((locale) => {
          const field = {
            ...{ id: pathOf(locale), name: pathOf(locale), maxLength, lang: locale, dir: directionOf(locale) },
            label: <bdi lang={locale}>{localeNames[locale]}</bdi>,
            "aria-label": `${legend} — ${localeNames[locale]}`,
            error: problemAt(pathOf(locale)),
            value: value(locale),
            onChange: ({ target }: { target: { value: string } }) => onChange(locale, inOneLine(target.value)),
          };
          return rows > 1 ? <TextArea key={locale} {...field} rows={rows} /> : <Field key={locale} {...field} />;
        })}
      </div>
    </fieldset>
  );
}
