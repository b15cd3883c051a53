import type { Page } from "@playwright/test";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

type Editor = { page: Page; words: Words };

const titles = (page: Page) =>
  page.locator("[data-lesson]").evaluateAll((rows) => rows.map((row) => row.dataset.lesson));
const saved = ({ page }: Editor) => expect(page.locator("[data-saving=saved]")).toBeVisible();
const said = ({ page }: Editor) => page.locator("[data-said]");
/** The ways of moving a lesson, which have the focus after each move. */
const mover = ({ page, words }: Editor, title: string) =>
  page.locator("summary", { hasText: "" }).and(page.getByLabel(words("outline:move.menu", { title }), { exact: true }));

async function addLesson(editor: Editor, { section, title }: { section: string; title: string }) {
  const { page, words } = editor;
  await page.getByRole("button", { name: words("outline:lesson.add", { title: section }) }).press("Enter");
  await page
    .getByLabel(words("outline:lesson.titleIn", { language: localeNames.ar }))
    .last()
    .fill(title);
  await page.keyboard.press("Enter");
  await expect(said(editor)).toHaveText(words("outline:said.added", { title }));
  await expect(mover(editor, title)).toBeFocused();
}

test.describe("the outline in Arabic", () => {
  test("is made, moved, undone and put back by keyboard alone, and outlives a dead line", async ({
    page,
    words,
    context,
    faults,
  }) => {
    test.setTimeout(120_000);
    faults.expect(/resources\/outlines/);
    await signInQuickly(context.request, samplePerson("instructor"));
    const course = await createDraftCourse({ questions: 1 });
    const editor = { page, words };
    await open(page, `/teach/${course}/outline`);
    await saved(editor);
    const before = await titles(page);
    expect(before).toHaveLength(1);

    const section = "قسم الأبواب";
    await page.getByLabel(words("outline:section.name", { language: localeNames.ar })).fill(section);
    await page.keyboard.press("Enter");
    await expect(said(editor)).toHaveText(words("outline:said.added", { title: section }));
    await addLesson(editor, { section, title: "باب العمود" });
    await addLesson(editor, { section, title: "باب الأسباط" });
    expect(await titles(page)).toEqual([...before, "باب العمود", "باب الأسباط"]);

    await page.keyboard.press("Alt+ArrowUp");
    const place = { title: "باب الأسباط", place: 1, of: 2, section };
    await expect(said(editor)).toHaveText(words("outline:said.moved", place));
    await expect(mover(editor, "باب الأسباط")).toBeFocused();
    expect(await titles(page)).toEqual([...before, "باب الأسباط", "باب العمود"]);
    await page.keyboard.press("Control+z");
    await expect(said(editor)).toHaveText(words("outline:said.undone"));
    expect(await titles(page)).toEqual([...before, "باب العمود", "باب الأسباط"]);
    await page.keyboard.press("Control+Shift+z");
    expect(await titles(page)).toEqual([...before, "باب الأسباط", "باب العمود"]);

    const settings = page.getByRole("button", { name: words("outline:settings", { title: "باب العمود" }) });
    await settings.press("Enter");
    await page.getByLabel(words("outline:lesson.required")).press("Space");
    await page.getByLabel(words("outline:opening.legend")).selectOption("after");
    await page.getByLabel(words("outline:requires.add")).selectOption({ label: "باب الأسباط" });
    await expect(page.locator("[data-lesson='باب العمود']")).toContainText(
      words("outline:tags.requires", { count: 1 }),
    );
    expect(await findBarriers(page)).toEqual([]);
    await saved(editor);

    await context.setOffline(true);
    await page.getByRole("button", { name: words("outline:lesson.remove") }).press("Enter");
    await expect(page.locator("[data-saving=away]")).toBeVisible();
    await expect(said(editor)).toHaveText(words("outline:said.removed", { title: "باب العمود" }));
    await context.setOffline(false);
    await saved(editor);
    await open(page, `/teach/${course}/outline`);
    await saved(editor);
    expect(await titles(page)).toEqual([...before, "باب الأسباط"]);

    await page.locator("summary", { hasText: words("outline:removed.title", { count: 1 }) }).press("Enter");
    await page.getByRole("button", { name: words("outline:removed.putBack", { title: "باب العمود" }) }).press("Enter");
    await expect(mover(editor, "باب العمود")).toBeFocused();
    expect(await titles(page)).toEqual([...before, "باب الأسباط", "باب العمود"]);
    await expect(page.locator("[data-lesson='باب العمود']")).toContainText(
      words("outline:tags.requires", { count: 1 }),
    );
    await saved(editor);
  });
});
