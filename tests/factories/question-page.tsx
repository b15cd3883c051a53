import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { type ReactElement, StrictMode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { prerender } from "react-dom/static";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { pageContext } from "#app/platform/i18n/page-context.ts";
import { readWords } from "#app/platform/i18n/read-words.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";

/** An element on a page of a language, with that language's words. */
function inPage(element: ReactElement, locale: Locale): ReactElement {
  const messages = Object.fromEntries(
    globSync(`app/locales/${locale}/*.json`).map((path) => [
      basename(path, ".json"),
      JSON.parse(readFileSync(path, "utf8")),
    ]),
  );
  const formats = { locale, timeZone: "UTC", calendar: "gregorian", digits: "automatic" } as const;
  const words = readWords({ locale, digits: "automatic", messages });
  return (
    <StrictMode>
      <pageContext.Provider value={{ urlLocale: locale, formats }}>
        <WordsProvider value={words}>{element}</WordsProvider>
      </pageContext.Provider>
    </StrictMode>
  );
}

/** The element as the server writes it into that page. */
export function onPage(element: ReactElement, locale: Locale = "en"): string {
  return renderToStaticMarkup(inPage(element, locale));
}

/** The same once everything is there that the element loads. */
export async function onLoadedPage(element: ReactElement, locale: Locale = "en"): Promise<string> {
  const { prelude } = await prerender(inPage(element, locale));
  return new Response(prelude).text();
}
