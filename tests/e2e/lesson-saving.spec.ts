import type { BrowserContext, Locator, Page } from "@playwright/test";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { crash } from "./crash.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

const course = "sources-and-documents";
// One after another: all of them write in one lesson.
test.describe.configure({ mode: "default" });

const LESSON = "questioning-a-source";
const text = `/teach/${course}/${LESSON}/text?language=en`;

type Desk = { page: Page; words: Words };

/** The parts of the page on which a text is written. */
const parts = ({ page, words }: Desk) => ({
  surface: page.getByRole("textbox", { name: words("lesson-text:surface", { language: localeNames.en }) }),
  state: page.getByRole("region", { name: words("lesson-text:state.label") }),
});

async function openText(desk: Desk) {
  await open(desk.page, text);
  await expect(parts(desk).surface).toBeVisible({ timeout: 20_000 });
}

/** Writes a paragraph of its own at the end of the text. */
async function writeLast({ page, words }: Desk, sentence: string) {
  const last = parts({ page, words }).surface.locator(":scope > p").last();
  await last.click();
  // The editor hears of where the cursor went after the click, a key pressed before then goes where it was: once it has
  // heard, the handle stands beside the block.
  const handle = page.getByRole("button", { name: words("text-editor:block.handle") });
  const top = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN;
  await expect.poll(async () => Math.abs((await top(handle)) - (await top(last)))).toBeLessThan(2);
  // A new paragraph below, wherever in the last one the click fell.
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.keyboard.type(sentence);
}

const saved = (desk: Desk) => expect(parts(desk).state).toHaveAttribute("data-standing", "saved", { timeout: 15_000 });

const savedText = async (context: BrowserContext) =>
  (await context.request.get(`/teach/${course}/${LESSON}/text.md?language=en`)).text();

test("a tab that is killed while somebody types gives back every sentence", async ({
  page,
  context,
  words,
  faults,
}) => {
  faults.expect(/ERR_FAILED/);
  await signInQuickly(context.request, samplePerson("admin"));
  const desk = { page, words };
  await openText(desk);
  expect(await findBarriers(page)).toEqual([]);
  // Nothing reaches the server before the tab is gone.
  await context.route("**/resources/lesson-texts/**", (route) => route.abort());
  await writeLast(desk, "Killed while it was typed.");
  await expect(parts(desk).state).toHaveAttribute("data-standing", "kept", { timeout: 15_000 });
  await crash(page);
  await context.unroute("**/resources/lesson-texts/**");
  const again = { page: await context.newPage(), words };
  await openText(again);
  await expect(again.page.getByText(words("lesson-text:restored"))).toBeVisible();
  await expect(parts(again).surface).toContainText("Killed while it was typed.");
  await saved(again);
  expect(await savedText(context)).toContain("Killed while it was typed.");
});

test("a line that is cut keeps what is written on the device, and sends it when it is back", async ({
  page,
  context,
  words,
  faults,
}) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signInQuickly(context.request, samplePerson("admin"));
  const desk = { page, words };
  await openText(desk);
  await context.setOffline(true);
  await writeLast(desk, "Written on a dead line.");
  await expect(parts(desk).state).toHaveAttribute("data-standing", "kept", { timeout: 15_000 });
  await context.setOffline(false);
  await saved(desk);
  expect(await savedText(context)).toContain("Written on a dead line.");
});

test("two who write at once hear of each other, get each other's sentences, and choose where they meet", async ({
  page,
  context,
  browser,
  words,
  faults,
}) => {
  faults.expect(/409 POST \/resources\/lesson-texts\//);
  await signInQuickly(context.request, samplePerson("admin"));
  const theirs = await browser.newContext({ locale: "ar" });
  faults.watch(theirs);
  await signInQuickly(theirs.request, samplePerson("admin"));
  const [mine, hers] = [
    { page, words },
    { page: await theirs.newPage(), words },
  ];
  await openText(mine);
  await openText(hers);
  await expect(hers.page.getByText(words("lesson-text:present.title"))).toBeVisible();
  await writeLast(mine, "Mine.");
  const first = parts(hers).surface.locator(":scope > p").first();
  await first.click();
  await hers.page.keyboard.press("Home");
  await hers.page.keyboard.type("Hers: ");
  for (const desk of [mine, hers]) {
    await expect(parts(desk).surface).toContainText("Mine.", { timeout: 15_000 });
    await expect(parts(desk).surface).toContainText("Hers: ", { timeout: 15_000 });
    await saved(desk);
  }
  // Neither is told of the other's before both have written.
  const written = Promise.withResolvers<void>();
  for (const each of [context, theirs]) {
    await each.route("**/resources/lesson-texts/**", async (route) => {
      if (route.request().method() === "POST") await written.promise;
      await route.continue();
    });
  }
  await Promise.all([writeLast(mine, "One way."), writeLast(hers, "Another way.")]);
  written.resolve();
  const inConflict = await Promise.any(
    [mine, hers].map(async (desk) => {
      await expect(parts(desk).state).toHaveAttribute("data-standing", "conflict", { timeout: 15_000 });
      return desk;
    }),
  );
  expect(await findBarriers(inConflict.page)).toEqual([]);
  await inConflict.page.getByRole("button", { name: words("lesson-text:conflict.goOn") }).click();
  await saved(inConflict);
  const kept = await savedText(context);
  for (const sentence of ["Mine.", "Hers: ", "One way.", "Another way."]) expect(kept).toContain(sentence);
  await theirs.close();
});

test("the history says who changed what, and an older version is restored and taken back", async ({
  page,
  context,
  words,
}) => {
  await signInQuickly(context.request, samplePerson("admin"));
  await open(page, `/teach/${course}/${LESSON}/text/history?language=en`);
  await page.getByRole("table").getByRole("link").last().click();
  await expect(page.getByRole("button", { name: words("lesson-text:version.restore") })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: words("lesson-text:version.restore") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("lesson-text:version.restore") })
    .click();
  await expect(page.getByText(words("lesson-text:restoredVersion"))).toBeVisible();
  expect(await savedText(context)).not.toContain("Killed while it was typed.");
});
