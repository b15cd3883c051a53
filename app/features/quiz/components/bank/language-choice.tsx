import { locales as all, isLocale, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Select } from "#app/ui/select.tsx";

/** Languages in which a body says something. */
export function usedLocales(body: unknown): Locale[] {
  if (typeof body !== "object" || body === null) return [];
  const own = Object.entries(body).flatMap(([key, part]) =>
    isLocale(key) && typeof part === "string" ? [key] : usedLocales(part),
  );
  return all.filter((locale) => own.includes(locale));
}

/** A language more in which the question is to be written. */
export function LanguageChoice({ locales, onAdd }: { locales: readonly Locale[]; onAdd: (locale: Locale) => void }) {
  const { t } = useTranslation("question-bank");
  const others = all.filter((locale) => !locales.includes(locale));
  if (others.length === 0) return null;
  return (
    <Select
      className="max-w-xs"
      name="language"
      label={t("addLanguage")}
      options={[
        { value: "", label: t("chooseLanguage") },
        ...others.map((locale) => ({ value: locale, label: localeNames[locale], lang: locale })),
      ]}
      value=""
      onChange={(event) => {
        if (isLocale(event.target.value)) onAdd(event.target.value);
      }}
    />
  );
}
