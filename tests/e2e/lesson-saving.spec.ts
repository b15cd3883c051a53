import type { BrowserContext, Page } from "@playwright/test";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
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
  const { surface } = parts({ page, words });
  const last = surface.locator(":scope > p").last();
  await last.click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
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
  await expect(parts(desk).state).not.toHaveAttribute("data-standing", "saved");
  await page.waitForTimeout(700);
  await page.close();
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
