import type { Page } from "@playwright/test";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

const bank = "/teach/jerusalem-through-the-ages/questions";
// One after another: they stand in the same bank.
test.describe.configure({ mode: "default" });

const field = (page: Page, path: string) => page.locator(`#body-${path}`);

/** Writes a statement to be judged, in Arabic and English, and saves it by the keyboard. */
async function write({ page, words, name }: { page: Page; words: Words; name: string }) {
  await open(page, `${bank}/new?type=true-false`);
  await page.getByLabel(words("question-bank:name"), { exact: true }).fill(name);
  await field(page, "stem-ar").fill("الأسوار القائمة **عثمانية**.");
  await field(page, "stem-en").fill("The present walls are **Ottoman**.");
  await page.keyboard.press("Control+s");
  await page.waitForURL(/questions\/[0-9a-f-]{36}$/);
  await expectHeading(page, name);
}

const saved = (page: Page, words: Words, number: number) =>
  page.getByText(words("question-bank:desk.state.savedVersion", { number }));

test("an instructor writes a question in two languages, tries it, changes it, and takes an older version back", async ({
  page,
  words,
}) => {
  test.setTimeout(90_000);
  await signInQuickly(page.request, samplePerson("instructor"));
  await open(page, `${bank}/new`);
  await page.getByRole("link", { name: new RegExp(`^${words("quiz:types.true-false")}`) }).click();
  await expectHeading(page, words("question-bank:new.ofType", { type: words("quiz:types.true-false") }));
  await write({ page, words, name: "أسوار القدس" });

  const preview = page.getByRole("region", { name: words("question-bank:preview.title") });
  await expect(preview.locator("strong", { hasText: "عثمانية" })).toBeVisible();
  await preview.getByRole("radio").first().check();
  await preview.getByRole("button", { name: words("question-bank:preview.check") }).click();
  await expect(preview.getByRole("button", { name: words("question-bank:preview.again") })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  await open(page, page.url());
  await field(page, "stem-en").fill("The walls of today are Ottoman.");
  await page.keyboard.press("Control+s");
  await expect(saved(page, words, 2)).toBeVisible();
  await page
    .getByRole("region", { name: words("question-bank:versions.title") })
    .getByRole("link", { name: words("question-bank:versions.number", { number: 1 }) })
    .click();
  await expectHeading(page, words("question-bank:versions.number", { number: 1 }));
  await expect(page.getByRole("cell", { name: "The walls of today are Ottoman." })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: words("question-bank:versions.restore") }).click();
  await expect(page.getByText(words("question-bank:notice.restored", { old: 1, number: 3 }))).toBeVisible();
  await expect(field(page, "stem-en")).toHaveValue("The present walls are **Ottoman**.");

  await open(page, `${bank}?q=${encodeURIComponent("اسوار")}`);
  await page.getByRole("checkbox", { name: words("question-bank:choose", { name: "أسوار القدس" }) }).check();
  await page.getByRole("button", { name: words("question-bank:acts.remove") }).click();
  await page.getByRole("button", { name: words("question-bank:undo.act") }).click();
  await expect(page.getByRole("link", { name: "أسوار القدس" })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
});

test("without a line nothing that was written is lost, and of two who save, the second is shown both", async ({
  page,
  context,
  browser,
  words,
  faults,
}) => {
  test.setTimeout(90_000);
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signInQuickly(page.request, samplePerson("instructor"));
  await write({ page, words, name: "برج داود" });
  const theirs = await browser.newContext({ locale: "ar" });
  faults.watch(theirs);
  const other = await theirs.newPage();
  await signInQuickly(other.request, samplePerson("admin"));
  await open(other, page.url());
  await field(other, "stem-en").fill("Hers");
  await other.keyboard.press("Control+s");
  await expect(saved(other, words, 2)).toBeVisible();
  await theirs.close();

  await field(page, "stem-en").fill("Mine");
  await context.setOffline(true);
  await page.keyboard.press("Control+s");
  await expect(page.getByText(words("question-bank:desk.away"))).toBeVisible();
  await context.setOffline(false);
  await open(page, page.url());
  await expect(field(page, "stem-en")).toHaveValue("Mine");
  await page.keyboard.press("Control+s");
  await expect(page.getByText(words("question-bank:conflict.title"))).toBeVisible();
  await expect(page.getByRole("row", { name: /Hers.*Mine/ })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: words("question-bank:conflict.saveMine") }).click();
  await expect(saved(page, words, 3)).toBeVisible();
});
