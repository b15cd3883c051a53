import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { type ReactElement, StrictMode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { prerender } from "react-dom/static";
import type { FormatChoice } from "#app/platform/i18n/format.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { pageContext } from "#app/platform/i18n/page-context.ts";
import { readWords } from "#app/platform/i18n/read-words.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";

/** An element on a page of a language, with that language's words. */
function inPage(element: ReactElement, locale: Locale, reader: Partial<FormatChoice> = {}): ReactElement {
  const messages = Object.fromEntries(
    globSync(`app/locales/${locale}/*.json`).map((path) => [
      basename(path, ".json"),
      JSON.parse(readFileSync(path, "utf8")),
    ]),
  );
  const formats = { locale, timeZone: "UTC", calendar: "gregorian", digits: "automatic", ...reader } as const;
  const words = readWords({ locale, digits: "automatic", messages });
  return (
    <StrictMode>
      <pageContext.Provider value={{ urlLocale: locale, formats }}>
        <WordsProvider value={words}>{element}</WordsProvider>
      </pageContext.Provider>
    </StrictMode>
  );
}

/** The element as the server writes it into that page, for a reader who chose formats of her own. */
export function onPage(element: ReactElement, locale: Locale = "en", reader: Partial<FormatChoice> = {}): string {
  return renderToStaticMarkup(inPage(element, locale, reader));
}

/** The same once everything is there that the element loads. */
export async function onLoadedPage(element: ReactElement, locale: Locale = "en"): Promise<string> {
  const { prelude } = await prerender(inPage(element, locale));
  return new Response(prelude).text();
}
