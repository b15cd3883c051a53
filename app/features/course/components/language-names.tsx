import { Fragment } from "react";
import { type Locale, localeNames } from "#app/platform/i18n/locales.ts";

/** Languages, each by its own name and in its own script. */
export function LanguageNames({ locales }: { locales: readonly Locale[] }) {
  return (
    <span>
      {locales.map((locale, index) => (
        <Fragment key={locale}>
          {index > 0 ? " · " : null}
          <bdi lang={locale}>{localeNames[locale]}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
