import { createContext, useContext } from "react";
import type { ShownSite } from "#app/platform/site/site.ts";
import type { FormatChoice } from "./format.ts";
import { defaultLocale, type Locale, locales } from "./locales.ts";

/** What every page knows about its reader's language; given by the root. */
export type PageContext = {
  /** The language segment of the address, kept in every link. */
  urlLocale: Locale | undefined;
  formats: FormatChoice;
  /** What is shown of the site itself; a part of a page that is drawn by itself has none. */
  site?: ShownSite;
  /** Turns the addresses of links, where a page is shown in another place than its own. */
  turnLink?: (path: string) => string;
};

export const pageContext = createContext<PageContext>({
  urlLocale: undefined,
  formats: { locale: defaultLocale, timeZone: "UTC", calendar: "gregorian", digits: "automatic" },
});

export function usePageContext(): PageContext {
  return useContext(pageContext);
}

const unknownSite: ShownSite = { languages: locales, logo: null, darkLogo: null, policies: [] };

/** What this page shows of the site itself. */
export function useSite(): ShownSite {
  return usePageContext().site ?? unknownSite;
}
