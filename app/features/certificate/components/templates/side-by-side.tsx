import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { Field } from "#app/ui/field.tsx";
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
};

/** A line in two languages, one beside the other. */
export function SideBySide({ legend, hint, locales, pathOf, value, onChange, maxLength = 160 }: SideBySideProps) {
  const problemAt = useProblems();
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {hint ? <p className="text-ink-2 text-sm">{hint}</p> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        {locales.map((locale) => (
          <Field
            key={locale}
            id={pathOf(locale)}
            name={pathOf(locale)}
            label={<bdi lang={locale}>{localeNames[locale]}</bdi>}
            aria-label={`${legend} — ${localeNames[locale]}`}
            lang={locale}
            dir={directionOf(locale)}
            maxLength={maxLength}
            error={problemAt(pathOf(locale))}
            value={value(locale)}
            onChange={(event) => onChange(locale, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
