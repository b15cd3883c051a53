import { offeredLanguage, plainSite, type Site } from "#app/platform/site/site-schema.ts";
import { isLocale, type Locale } from "./locales.ts";

function fromBrowser(header: string, offered: readonly Locale[]): Locale | undefined {
  const wanted = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.toLowerCase().split("-")[0] ?? "", quality: Number(quality ?? "1") };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted
    .map(({ language }) => language)
    .filter(isLocale)
    .find((language) => offered.includes(language));
}

/**
 * The language of a page: the address says it, else the person's choice, else the browser (RFC 9110, 12.5.4), else the
 * site's own; never one that is not offered.
 */
export function negotiateLocale({
  pathname,
  chosen,
  acceptLanguage,
  site = plainSite,
}: {
  pathname: string;
  chosen: string | null | undefined;
  acceptLanguage: string | null | undefined;
  site?: Pick<Site, "languages" | "defaultLanguage">;
}): Locale {
  const segment = pathname.split("/")[1];
  if (isLocale(segment)) return offeredLanguage(site, segment);
  if (isLocale(chosen) && site.languages.includes(chosen)) return chosen;
  return fromBrowser(acceptLanguage ?? "", site.languages) ?? offeredLanguage(site, site.defaultLanguage);
}
