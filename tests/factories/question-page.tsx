import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { type ReactElement, StrictMode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { pageContext } from "#app/platform/i18n/page-context.ts";
import { readWords } from "#app/platform/i18n/read-words.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";

/** An element as the server writes it into a page of a language, with that language's words. */
export function onPage(element: ReactElement, locale: Locale = "en"): string {
  const messages = Object.fromEntries(
    globSync(`app/locales/${locale}/*.json`).map((path) => [
      basename(path, ".json"),
      JSON.parse(readFileSync(path, "utf8")),
    ]),
  );
  const formats = { locale, timeZone: "UTC", calendar: "gregorian", digits: "automatic" } as const;
  const words = readWords({ locale, digits: "automatic", messages });
  return renderToStaticMarkup(
    <StrictMode>
      <pageContext.Provider value={{ urlLocale: locale, formats }}>
        <WordsProvider value={words}>{element}</WordsProvider>
      </pageContext.Provider>
    </StrictMode>,
  );
}
