import type { Locator, Page } from "@playwright/test";
import { expect } from "./journey.ts";

/** No stop of a page is further than this. */
const FURTHEST = 80;

/** What has the focus, whether one sees that it has it, and whether it is in sight. */
export function readFocus(page: Page) {
  return page.evaluate(() => {
    const { activeElement: focused } = document;
    if (!(focused instanceof HTMLElement) || focused === document.body)
      return { lost: true, marked: false, inSight: false };
    // A radio button shows itself, and its focus, by its label.
    const shown = focused.matches(".sr-only")
      ? (document.querySelector(`label[for="${focused.id}"]`) ?? focused)
      : focused;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
    const marked = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)),
    );
    return {
      lost: false,
      marked,
      inSight: points.some((hit) => hit !== null && (shown.contains(hit) || hit.contains(shown))),
    };
  });
}

/** Goes by Tab to a place, seeing at each stop where one is. */
export async function tabTo(page: Page, target: Locator) {
  for (let stops = 0; stops < FURTHEST; stops += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? "");
    await expect.poll(() => readFocus(page), { message: name }).toEqual({ lost: false, marked: true, inSight: true });
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

/** Goes by Tab to a link or a button, and presses it. */
export async function pressByKeyboard(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}
