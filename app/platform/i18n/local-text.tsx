import { directionOf, type Locale } from "./locales.ts";
import { usePageContext } from "./page-context.ts";

/** The language and direction to put on an element whose text may not be in the language of the page. */
export function useLangOf(): (locale: Locale) => { lang?: Locale; dir: "rtl" | "ltr" } {
  const { formats } = usePageContext();
  return (locale) => ({ lang: locale === formats.locale ? undefined : locale, dir: directionOf(locale) });
}

/** A text from the academy's data, isolated from what surrounds it and marked with the language it is in. */
export function LocalText({ value, className }: { value: { text: string; locale: Locale }; className?: string }) {
  const langOf = useLangOf();
  return (
    <bdi {...langOf(value.locale)} className={className}>
      {value.text}
    </bdi>
  );
}
