import { directionOf, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { expect, expectHeading, menuOf, test } from "./journey.ts";
import { wordsOf } from "./words.ts";

for (const locale of locales) {
  test.describe(() => {
    test.use({ locale });

    test(`a browser that asks for ${localeNames[locale]} is answered in it`, async ({ page, words }) => {
      await page.goto("/");
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.locator("html")).toHaveAttribute("dir", directionOf(locale));
      await expectHeading(page, words("home:title"));
    });
  });
}

test.describe(() => {
  test.use({ locale: "sv-SE" });

  test("a browser whose language the academy does not have is answered in Arabic", async ({ page }) => {
    await page.goto("/");
    await expectHeading(page, wordsOf("ar")("home:title"));
  });
});

test("another language of a page is the same page, with what was searched for, and is remembered", async ({ page }) => {
  const words = { ar: wordsOf("ar"), tr: wordsOf("tr") };
  await page.goto("/courses?level=advanced");
  await menuOf(page, words.ar("ui:nav.language")).click();
  await page.getByRole("link", { name: localeNames.tr }).click();
  await expect(page).toHaveURL("/tr/courses?level=advanced");
  await expect(page.getByLabel(words.tr("course:filter.level"))).toHaveValue("advanced");
  await page.goto("/");
  await expectHeading(page, words.tr("home:title"));
});

test("the choice of dark or light stays on every page and after a reload", async ({ page, words }) => {
  const html = page.locator("html");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await background();
  await page.getByRole("button", { name: words("ui:theme.dark") }).click();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.goto("/en/courses");
  expect(await background()).toBe(dark);
  await page.getByRole("button", { name: wordsOf("en")("ui:theme.system") }).click();
  await expect.poll(background).toBe(light);
});
