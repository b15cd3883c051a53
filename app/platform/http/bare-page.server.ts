import { z } from "zod";
import { directionOf, type Locale } from "#app/platform/i18n/locales.ts";

const pageSchema = z.object({ title: z.string(), text: z.string() });
const wordsSchema = z.object({
  again: z.string(),
  toHome: z.string(),
  away: pageSchema,
  busy: pageSchema,
  foreign: pageSchema,
});
const files = import.meta.glob<unknown>("../../locales/*/error.json", { eager: true, import: "default" });

function wordsIn(locale: Locale) {
  return wordsSchema.parse(files[`../../locales/${locale}/error.json`]);
}

/** The page for when nothing else works. */
export function awayPage(locale: Locale): string {
  const { again, away } = wordsIn(locale);
  return barePage({ locale, ...away, wayOn: `<a href="">${again}</a>` });
}

/** The page for when there is more to do than can be done. */
export function busyPage(locale: Locale): string {
  const { again, busy } = wordsIn(locale);
  return barePage({ locale, ...busy, wayOn: `<a href="">${again}</a>` });
}

/** The page for what another site sent in a person's name. */
export function foreignPage(locale: Locale): string {
  const { toHome, foreign } = wordsIn(locale);
  return barePage({ locale, ...foreign, wayOn: `<a href="/${locale}">${toHome}</a>` });
}

/** The page for what is not ready yet; whoever sends it says when to come again. */
export function waitPage(locale: Locale, words: { title: string; text: string }): string {
  return barePage({ locale, ...words, wayOn: `<a href="">${wordsIn(locale).again}</a>` });
}

type BarePage = { locale: Locale; title: string; text: string; wayOn: string };

/**
 * A whole HTML document made without database, React or the build of the pages. Its style is a file of its own, as the
 * content security policy demands.
 */
function barePage({ locale, title, text, wayOn }: BarePage): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/away.css">
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
</head>
<body>
<main>
<svg viewBox="-12 -12 24 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><rect x="-7.5" y="-7.5" width="15" height="15"/><rect x="-7.5" y="-7.5" width="15" height="15" transform="rotate(45)"/><circle r="2.6" fill="currentColor" stroke="none"/></svg>
<h1>${title}</h1>
<p>${text}</p>
${wayOn}
</main>
</body>
</html>
`;
}
