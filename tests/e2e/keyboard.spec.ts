import type { Locator } from "@playwright/test";
import { endOfLesson } from "./acts.ts";
import { pressByKeyboard, readFocus, tabTo } from "./by-keyboard.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { sampleCourse } from "./sample-academy.ts";

const { slug, title, lessons, lessonTitle } = sampleCourse("jerusalem-through-the-ages");
const [first = "", second = ""] = lessons;
test("everything from the first page to the next lesson can be done by keyboard, and one always sees where one is", async ({
  page,
  words,
  request,
}) => {
  const main = page.getByRole("main");
  /** A page that came in the place of another has taken the focus to its content. */
  const expectNewPage = async (name: string) => {
    await expectHeading(page, name);
    await expect(main).toBeFocused();
  };
  const press = (target: Locator) => pressByKeyboard(page, target);
  const { email, password } = await becomeLearnerQuickly(request);
  await open(page, "/");
  await press(page.getByRole("link", { name: words("ui:skipToContent") }));
  await press(main.getByRole("link", { name: words("home:browse") }));
  await expectNewPage(words("course:catalogue.title"));

  await tabTo(page, page.getByRole("searchbox", { name: words("course:search.label") }));
  await page.keyboard.type("القدس");
  await page.keyboard.press("Enter");
  await expectHeading(page, words("course:catalogue.found", { q: "القدس" }));
  const level = page.getByLabel(words("course:filter.level"), { exact: true });
  await tabTo(page, level);
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/level=/);
  await expect(level).toBeFocused();
  await press(page.getByRole("link", { name: words("course:filter.clear") }));
  await expect(page).toHaveURL(/\/courses$/);
  await expect(main).toBeFocused();

  await press(page.getByRole("link", { name: title.ar }));
  await expectNewPage(title.ar);
  await press(page.getByRole("button", { name: words("enrolment:box.enrol") }));
  await expectNewPage(words("account:signIn.title"));
  await tabTo(page, page.getByLabel(words("account:email")));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel(words("account:password"), { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expectHeading(page, title.ar);
  await press(page.getByRole("button", { name: words("enrolment:box.enrol") }));
  await expect(page).toHaveURL(`/learn/${slug}`);
  await expectNewPage(title.ar);
  await press(page.getByRole("link", { name: words("learn:goOn.begin"), exact: true }));
  await expectNewPage(lessonTitle(first, "ar"));

  const end = endOfLesson({ page, words });
  await press(end.finish);
  await expect(end.done).toBeVisible();
  expect((await readFocus(page)).lost).toBe(false);
  await press(page.getByRole("link", { name: words("learn:player.next") }));
  await expectNewPage(lessonTitle(second, "ar"));
  await page.keyboard.press("k");
  await expectHeading(page, lessonTitle(first, "ar"));
  await page.keyboard.press("ArrowLeft");
  await expectHeading(page, lessonTitle(second, "ar"));
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: words("learn:keys.title") });
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  expect((await readFocus(page)).lost).toBe(false);
});

test("a key that is pressed the moment a lesson comes leads on from that lesson, not from the one before it", async ({
  page,
}) => {
  await becomeLearnerQuickly(page.request);
  await enrolQuickly(page.request, slug);
  await open(page, `/learn/${slug}/${second}`);
  await page.evaluate(() => {
    const watched = new MutationObserver(() => {
      watched.disconnect();
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft" }));
    });
    const head = document.querySelector("h1");
    if (head) watched.observe(head.parentElement ?? head, { childList: true, subtree: true, characterData: true });
  });
  await page.keyboard.press("k");
  await page.waitForURL(`**/${first}`);
  await page.waitForURL(`**/${second}`);
  await expectHeading(page, lessonTitle(second, "ar"));
});
