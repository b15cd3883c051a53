import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";
import { classNames } from "#app/ui/class-names.ts";

/** What a policy says, from the HTML that `renderPolicy` made; it lets none through that somebody wrote. */
export function PolicyText({ html, locale, className }: { html: string; locale: Locale; className?: string }) {
  return (
    <div
      lang={locale}
      dir={directionOf(locale)}
      className={classNames("reading", className)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
