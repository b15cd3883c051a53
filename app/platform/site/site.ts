import { bestLocale, type Locale, locales, type Translated } from "#app/platform/i18n/locales.ts";

/** A logo as it is kept and served; width and height in pixels. */
export type Logo = { sha256: string; width: number; height: number };

/** What the academy says of itself in the place of the words it came with. */
export type Said = { name?: string; tagline?: string };

/** What every page shows of the site around itself. */
export type ShownSite = {
  /** Languages in which the pages are offered. */
  languages: readonly Locale[];
  logo: Logo | null;
  /** The logo for dark pages, where the first cannot be seen. */
  darkLogo: Logo | null;
  /** What holds for everybody here, as the foot of each page names it. */
  policies: readonly { slug: string; title: string; locale: Locale }[];
};

/** A text in the best of the languages in which the academy wrote it; undefined where it wrote none. */
export function ownText(texts: Translated, locale: Locale): string | undefined {
  const written = locales.filter((one) => texts[one]);
  const best = bestLocale(written, locale);
  return best && texts[best];
}

/** Where a logo is fetched: its address holds the hash of its bytes, so it never changes. */
export const logoHref = ({ sha256 }: Pick<Logo, "sha256">) => `/resources/logo/${sha256}`;

/** What the academy says of itself to a reader of one language, as far as it wrote anything. */
export function saidIn(texts: { siteNames: Translated; siteTaglines: Translated }, locale: Locale): Said {
  const name = ownText(texts.siteNames, locale);
  const tagline = ownText(texts.siteTaglines, locale);
  return { ...(name ? { name } : {}), ...(tagline ? { tagline } : {}) };
}
