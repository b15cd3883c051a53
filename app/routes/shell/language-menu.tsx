import { useLocation } from "react-router";
import { inLocale, isLocale, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useSite } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import { MenuButton, menuItemClass } from "#app/ui/menu-button.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";

/** The same page in each language, by the language's own name. */
export function LanguageMenu() {
  const { t, language } = useTranslation("ui");
  const { pathname, search } = useLocation();
  const { languages } = useSite();
  const current = isLocale(language) ? language : undefined;
  // One language is no choice.
  if (languages.length < 2) return null;
  const label = (
    <>
      <Icon name="globe" className="size-5 flex-none" />
      <VisuallyHidden>{t("nav.language")}</VisuallyHidden>
      <span className="hidden lg:inline">{current ? localeNames[current] : null}</span>
    </>
  );
  return (
    <MenuButton
      label={label}
      compact
      items={languages.map((locale) => ({
        key: locale,
        item: (
          <a
            href={inLocale(pathname, locale) + search}
            hrefLang={locale}
            lang={locale}
            aria-current={locale === current ? "true" : undefined}
            className={`${menuItemClass} menu-language`}
            onClick={() => keepChoice(locale)}
          >
            {localeNames[locale]}
          </a>
        ),
      }))}
    />
  );
}

/** Remembers the choice on this device for addresses without a language; the link itself does not wait for it. */
function keepChoice(locale: Locale) {
  navigator.sendBeacon("/preferences", new URLSearchParams({ locale }));
}
