import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";

type Page = { path: string; changedAt: Date | null };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Public pages as a sitemap: each in every language that is offered, with the other languages named beside it. */
export function writeSitemap({
  pages,
  origin,
  languages,
}: {
  pages: readonly Page[];
  origin: string;
  languages: readonly Locale[];
}): string {
  const entries = pages.flatMap(({ path, changedAt }) => {
    const address = (inLanguage: string) => escapeXml(`${origin}${inLanguage}`);
    const alternates = [
      ...languages.map((locale) => ({ hreflang: locale, href: address(inLocale(path, locale)) })),
      { hreflang: "x-default", href: address(path) },
    ]
      .map(({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`)
      .join("");
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
    return languages.map((locale) => `<url><loc>${address(inLocale(path, locale))}</loc>${changed}${alternates}</url>`);
  });
  return `${HEAD}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join("\n")}\n</urlset>\n`;
}

/** The list of the files of a sitemap that is too large for one. */
export function writeSitemapIndex({ files, origin }: { files: number; origin: string }): string {
  const entries = Array.from(
    { length: files },
    (_, index) => `<sitemap><loc>${escapeXml(`${origin}/sitemap.xml?file=${index + 1}`)}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${entries.join("\n")}\n</sitemapindex>\n`;
}
