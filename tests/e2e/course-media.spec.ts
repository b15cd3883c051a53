import type { Page } from "@playwright/test";
import { colour } from "#tests/factories/picture.ts";
import { findBarriers } from "./barriers.ts";
import { createDraftCourse } from "./draft-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

type Maker = { page: Page; words: Words; course: string };

/** A picture is sent as a file from this device, once, and once more while the line is dead. */
async function upload({ page, words }: Maker) {
  const choose = page.locator('input[type="file"][multiple]');
  const buffer = await colour(640, 480).jpeg().toBuffer();
  await page.route("**/resources/course-media/**", (route) => route.abort(), { times: 1 });
  await choose.setInputFiles({ name: "Dome at noon.jpg", mimeType: "image/jpeg", buffer });
  await page.getByRole("button", { name: words("media:upload.again") }).click();
  await expect(page.getByText(words("media:upload.done"))).toBeVisible();
  await choose.setInputFiles({ name: "lie.jpg", mimeType: "image/jpeg", buffer: await colour(9, 9).png().toBuffer() });
  await expect(page.getByText(words("media:errors.otherThanNamed", { ending: "jpg", found: "PNG" }))).toBeVisible();
}

async function cutByKeyboard({ page, words }: Maker) {
  const frame = page.getByRole("slider", { name: words("media:crop.frame") });
  await frame.press("Shift+ArrowLeft");
  await frame.press("ArrowUp");
  await expect(page.getByLabel(words("media:crop.x"))).toHaveValue("60");
  await page.getByRole("slider", { name: words("media:crop.corner") }).press("Shift+ArrowLeft");
  await expect(page.getByLabel(words("media:crop.width"), { exact: true })).toHaveValue("460");
  await page.getByRole("button", { name: words("media:crop.send") }).click();
  await expectHeading(page, "dome-at-noon-part.jpg");
}

async function remove({ page, words }: Maker) {
  await page.getByRole("button", { name: words("media:remove.send") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("media:remove.send") })
    .click();
  await expectHeading(page, words("media:title"));
  await expect(page.getByRole("list", { name: words("media:list") }).getByRole("listitem")).toHaveCount(1);
}

test("an instructor adds a picture over a bad line, cuts a part out by keyboard, and deletes it", async ({
  page,
  words,
  faults,
}) => {
  // The line is cut on purpose, and what is no JPEG is refused.
  faults.expect(/ERR_FAILED POST \/resources\/course-media/, /^422 POST \/resources\/course-media/);
  await signInQuickly(page.request, samplePerson("instructor"));
  const maker = { page, words, course: await createDraftCourse() };
  await open(page, `/teach/${maker.course}/media`);
  await expect(page.getByText(words("media:empty.title"))).toBeVisible();
  await upload(maker);
  await page.getByRole("link", { name: "dome-at-noon.jpg" }).click();
  await expectHeading(page, "dome-at-noon.jpg");
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel(words("media:edit.licence")).fill("CC BY 4.0");
  await page.getByRole("button", { name: words("media:edit.save") }).click();
  await expect(page.getByText(words("media:notice.saved"))).toBeVisible();
  await cutByKeyboard(maker);
  await remove(maker);
});
