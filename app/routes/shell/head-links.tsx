import nastaliq from "#app/fonts/nastaliq-400.woff2?url";
import plex from "#app/fonts/plex-400.woff2?url";
import plexArabic from "#app/fonts/plex-arabic-400.woff2?url";
import type { Locale } from "#app/platform/i18n/locales.ts";

const interfaceFont: Record<Locale, string> = {
  ar: plexArabic,
  en: plex,
  fr: plex,
  es: plex,
  tr: plex,
  ms: plex,
  ur: nastaliq,
};

/** Icons, colours and the font that every page of a language begins with. */
export function HeadLinks({ locale }: { locale: Locale }) {
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171612" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/icons/icon.svg" type="image/svg+xml" />
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
      <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={interfaceFont[locale]} />
    </>
  );
}
