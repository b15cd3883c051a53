import type { Page } from "@playwright/test";
import { directionOf, inLocale } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { everyPage, listedPatterns, pagePatterns } from "./every-page.ts";
import { expect, open, test } from "./journey.ts";
import type { VisitedPage } from "./visited-page.ts";
import { arrive, visitors } from "./visitors.ts";

const languages = ["ar", "en"] as const;

/** Each theme is looked at on another screen. */
const looks = [
  { theme: "light", name: "in the light on a desk", viewport: { width: 1280, height: 800 } },
  { theme: "dark", name: "in the dark on a phone", viewport: { width: 390, height: 844 } },
] as const;
const [desk] = looks;

/** Which widths a page does not fit into, so that it must be moved sideways to be read. */
async function findNarrowWidths(page: Page) {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const tooNarrow: number[] = [];
  for (const each of [320, 360, 390, 1280]) {
    await page.setViewportSize({ width: each, height });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > each) tooNarrow.push(each);
  }
  await page.setViewportSize({ width, height });
  return tooNarrow;
}

async function examine(page: Page, visited: VisitedPage, language: (typeof languages)[number]) {
  const answer = await open(page, inLocale(visited.path, language));
  expect.soft(answer?.status()).toBe(visited.status ?? 200);
  const html = page.locator("html");
  await expect.soft(html).toHaveAttribute("lang", language);
  await expect.soft(html).toHaveAttribute("dir", directionOf(language));
  await expect.soft(page.locator("h1")).toHaveCount(1);
  // Colours take no room: what fits in the light fits in the dark.
  expect.soft(await findNarrowWidths(page), "widths it does not fit into").toEqual([]);
  for (const { theme, name, viewport } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: theme });
    expect.soft(await findBarriers(page), `barriers ${name}`).toEqual([]);
  }
  await page.setViewportSize(desk.viewport);
  await page.emulateMedia({ colorScheme: desk.theme });
}

test("every page of the academy is looked at", async () => {
  expect(listedPatterns.toSorted()).toEqual((await pagePatterns()).toSorted());
});

test("a barrier is noticed, in the page and in a frame of it", async ({ page }) => {
  await open(page, "/en/sign-in");
  const picture = '<img src="/favicon.ico">';
  await page.evaluate((html) => {
    document.querySelector("main")?.insertAdjacentHTML("beforeend", `${html}<iframe title="Frame"></iframe>`);
    document.querySelector("iframe")?.contentDocument?.body.insertAdjacentHTML("beforeend", html);
  }, picture);
  expect((await findBarriers(page)).filter((found) => found.startsWith("image-alt"))).toHaveLength(2);
});

for (const language of languages) {
  for (const visitor of visitors) {
    test.describe(() => {
      test.use({ locale: language, colorScheme: desk.theme, viewport: desk.viewport });

      test(`no page has a barrier for the ${visitor}, in ${language}, in the light or the dark`, async ({
        page,
        faults,
      }) => {
        const pages = everyPage.filter(({ by }) => by === visitor);
        test.setTimeout(20_000 * pages.length);
        faults.expect(/^404 GET .*nowhere/);
        await arrive(page.request, visitor);
        for (const visited of pages) await test.step(visited.path, () => examine(page, visited, language));
      });
    });
  }

  test(`every page has a title, and no other page the same, in ${language}`, async ({ browser, baseURL }) => {
    const titles = new Map<string, string>();
    for (const visitor of visitors) {
      const context = await browser.newContext({ baseURL });
      await arrive(context.request, visitor);
      // What a spent link shows is the same for each kind of link; what is not there is the same everywhere.
      const pages = everyPage.filter(
        ({ by, path, status }) =>
          by === visitor && !path.endsWith("token=spent") && (status !== 404 || path === "/nowhere"),
      );
      for (const { path } of pages) {
        const html = await (await context.request.get(inLocale(path, language))).text();
        const [, title = ""] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
        expect.soft(title.trim(), path).not.toBe("");
        expect.soft(titles.get(title) ?? path, `${path}: ${title}`).toBe(path);
        titles.set(title, path);
      }
      await context.close();
    }
  });
}
