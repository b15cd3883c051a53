import { useLocation } from "react-router";
import { inLocale, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";

/** The same page in each language of the course, the very same draw of questions too. */
export function CourseLanguages({ locales, seed }: { locales: readonly Locale[]; seed: number }) {
  const { t } = useTranslation("quiz-editor");
  const { locale: current } = usePageContext().formats;
  const { pathname, search } = useLocation();
  const wanted = new URLSearchParams(search);
  wanted.set("seed", String(seed));
  return (
    <nav aria-label={t("preview.languages")} className="flex flex-wrap gap-2">
      {locales.map((locale) => (
        <a
          key={locale}
          href={`${inLocale(pathname, locale)}?${wanted}`}
          hrefLang={locale}
          lang={locale}
          aria-current={locale === current ? "true" : undefined}
          className={buttonClass({ kind: locale === current ? "primary" : "quiet", size: "s" })}
        >
          {localeNames[locale]}
        </a>
      ))}
    </nav>
  );
}
