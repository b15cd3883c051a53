import { localeNames } from "#app/platform/i18n/locales.ts";
import { findBarriers } from "./barriers.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";

const spring = "كانت العين سببَ قيام المدينة.";

test("a text is written by keyboard alone: blocks from the menu, moved, undone, turned, saved and read", async ({
  page,
  words,
}) => {
  await signInQuickly(page.request, samplePerson("instructor"));
  const course = await createDraftCourse();
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, `/teach/${course}/first/text?language=ar`);
  const surface = page.getByRole("textbox", { name: words("lesson-text:surface", { language: localeNames.ar }) });
  await expect(surface).toBeVisible({ timeout: 20_000 });
  // The lesson has no summary yet, without which a text is not saved.
  await page.getByLabel(words("lesson-editor:summary")).fill("نبع المدينة الأول.");
  const blocks = surface.locator(":scope > *");
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (text: string) => page.keyboard.type(text);

  const menu = page.getByRole("listbox", { name: words("text-editor:menu.label") });
  const entry = (name: string) => menu.getByRole("option", { name: words(`lesson-editor:blocks.${name}`) });

  // A heading, sought in the menu by the first word of its name.
  await surface.focus();
  await press("ControlOrMeta+Home", "ControlOrMeta+Enter");
  await type(`/${words("lesson-editor:blocks.heading2").split(" ")[0]}`);
  await expect(entry("heading2")).toHaveAttribute("aria-selected", "true");
  expect(await findBarriers(page)).toEqual([]);
  await press("Enter");
  await type("العين");
  await expect(surface.getByRole("heading", { level: 2, name: "العين" })).toBeVisible();

  // A list, walked to with the arrows.
  await press("ControlOrMeta+Enter");
  await type("/");
  const list = entry("bulletList");
  while ((await list.getAttribute("aria-selected")) !== "true") await press("ArrowDown");
  await press("Enter");
  await type("نفق");
  await press("Enter");
  await type("بركة");
  await expect(surface.getByRole("listitem")).toHaveText(["نفق", "بركة"]);

  // Out of the list, a paragraph whose direction is chosen.
  await press("ControlOrMeta+Enter");
  await type("1867 — Warren");
  await press("Alt+Enter");
  const panel = page.getByRole("region", { name: words("text-editor:block.label") });
  await expect(panel.getByRole("radio", { name: words("text-editor:direction.automatic") })).toBeFocused();
  await panel.getByRole("radio", { name: words("text-editor:direction.rtl") }).press("Space");
  await expect(blocks.last()).toHaveAttribute("dir", "rtl");
  await press("Escape");
  await expect(surface).toBeFocused();

  // Moved up twice, with a rest between, so that each is a step of its own that is undone and done again.
  const order = async () =>
    (await blocks.allInnerTexts()).map((text) =>
      text
        .trim()
        .split(/\s*\n\s*/)
        .join("\n"),
    );
  const [heading, points, warren] = ["العين", "نفق\nبركة", "1867 — Warren"];
  await press("Alt+ArrowUp");
  await expect.poll(order).toEqual([spring, heading, warren, points]);
  await page.waitForTimeout(700);
  await press("Alt+ArrowUp");
  await expect.poll(order).toEqual([spring, warren, heading, points]);
  await press("ControlOrMeta+z");
  await expect.poll(order).toEqual([spring, heading, warren, points]);
  await press("ControlOrMeta+Shift+z", "Alt+ArrowDown", "Alt+ArrowUp");
  await expect.poll(order).toEqual([spring, warren, heading, points]);
  expect(await findBarriers(page)).toEqual([]);

  const state = page.getByRole("region", { name: words("lesson-text:state.label") });
  await expect(state).toHaveAttribute("data-standing", "saved", { timeout: 15_000 });
  await open(page, `/teach/${course}/look/first?as=learner&text=ar`);
  const read = page.locator(".reading").filter({ hasText: spring });
  await expect(read.locator(":scope > *")).toHaveText([spring, warren, "العين", /نفق\s*بركة/]);
  await expect(read.getByRole("heading", { level: 2, name: "العين" })).toBeVisible();
  await expect(read.getByText(warren)).toHaveAttribute("dir", "rtl");
  await expect(read.getByRole("listitem")).toHaveText(["نفق", "بركة"]);
});
