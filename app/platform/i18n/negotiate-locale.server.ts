import { defaultLocale, isLocale, type Locale } from "./locales.ts";

function fromBrowser(header: string): Locale | undefined {
  const wanted = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.toLowerCase().split("-")[0] ?? "", quality: Number(quality ?? "1") };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLocale);
}

/** The language of a page: the address says it, else the person's choice, else the browser (RFC 9110, 12.5.4), else Arabic. */
export function negotiateLocale({
  pathname,
  chosen,
  acceptLanguage,
}: {
  pathname: string;
  chosen: string | null | undefined;
  acceptLanguage: string | null | undefined;
}): Locale {
  const segment = pathname.split("/")[1];
  if (isLocale(segment)) return segment;
  if (isLocale(chosen)) return chosen;
  return fromBrowser(acceptLanguage ?? "") ?? defaultLocale;
}
