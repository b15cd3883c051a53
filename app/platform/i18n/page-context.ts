import { createContext, useContext } from "react";
import type { FormatChoice } from "./format.ts";
import { defaultLocale, type Locale } from "./locales.ts";

/** What every page knows about its reader's language; given by the root. */
export type PageContext = {
  /** The language segment of the address, kept in every link. */
  urlLocale: Locale | undefined;
  formats: FormatChoice;
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
