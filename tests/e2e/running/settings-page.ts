import type { Browser, Page } from "@playwright/test";
import type { Words } from "../words.ts";

/** Somebody who has no account, in a browser of her own. */
export async function openGuest(
  browser: Browser,
  { baseURL, locale }: { baseURL: string | undefined; locale: string },
) {
  const address = `10.77.0.${1 + Math.floor(Math.random() * 250)}`;
  const context = await browser.newContext({
    baseURL,
    locale,
    extraHTTPHeaders: { "X-Forwarded-For": address, "Accept-Language": locale },
  });
  return context.newPage();
}

/** The button of the first form of a page of settings. */
export const save = (page: Page, words: Words) =>
  page.getByRole("button", { name: words("admin:settings.save") }).first();
