import { createHash } from "node:crypto";
import { type BrowserContext, expect, type Locator, type Page, test as playwright } from "@playwright/test";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { type Words, wordsOf } from "./words.ts";

type Faults = {
  /** Says what this journey brings about on purpose: matched against lines such as `400 POST /en/sign-up`. */
  expect: (...patterns: RegExp[]) => void;
  /** Watches a second browser of the journey as well. */
  watch: (context: BrowserContext) => void;
};

type Journey = { language: Locale; words: Words; faults: Faults };

/** A test in a browser whose language is Arabic, unless `test.use({ locale })` says otherwise. */
export const test = playwright.extend<Journey>({
  locale: "ar",
  language: async ({ locale }, use) => use(isLocale(locale) ? locale : "ar"),
  words: async ({ language }, use) => use(wordsOf(language)),
  extraHTTPHeaders: async ({ locale }, use, { testId, repeatEachIndex }) =>
    use({
      "X-Forwarded-For": addressOf(`${testId} ${repeatEachIndex}`),
      // Said by the browser anyway, and so by what is asked for past its pages.
      "Accept-Language": locale ?? "",
    }),
  faults: [
    async ({ context }, use) => {
      const seen: string[] = [];
      const wanted: RegExp[] = [];
      const watch = (watched: BrowserContext) => collectFaults(watched, seen);
      watch(context);
      await use({ watch, expect: (...patterns) => void wanted.push(...patterns) });
      expect(seen.filter((fault) => !wanted.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** An address that only one journey comes from. */
function addressOf(name: string): string {
  const [a = 0, b = 0, c = 0] = createHash("sha256").update(name).digest();
  return `10.${a}.${b}.${c}`;
}

/** Everything that goes wrong in the pages of a browser: on the console, in a script, on the way to the server. */
function collectFaults(context: BrowserContext, seen: string[]) {
  context.on("console", (message) => {
    // What the server refused is said below, with its address.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) {
      seen.push(`console: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => {
    const { stack, message } = error.error();
    seen.push(`script: ${stack ?? message} (at ${error.page()?.url() ?? "a page that is gone"})`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // The browser itself lets go of what a page no longer needs once it is left.
    if (reason !== "net::ERR_ABORTED") seen.push(`${reason} ${request.method()} ${pathOf(request.url())}`);
  });
  context.on("response", (response) => {
    if (response.status() < 400) return;
    seen.push(`${response.status()} ${response.request().method()} ${pathOf(response.url())}`);
  });
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Opens a page and waits until its scripts have taken hold of it: what is pressed before then is a press without them. */
export async function open(page: Page, path: string) {
  const answer = await page.goto(path);
  await page.waitForFunction(() =>
    Object.keys(document.documentElement).some((key) => key.startsWith("__reactFiber$")),
  );
  return answer;
}

/** The words at the head of the page; there is one such head on every page. */
export async function expectHeading(page: Page, name: string | RegExp) {
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** The button that opens a menu or a drawer, by its words; Playwright knows no role of `summary`. */
export function menuOf(page: Page, name: string): Locator {
  return page
    .locator("summary")
    .filter({ hasText: name })
    .or(page.locator(`summary[aria-label="${name}"]`));
}
