import sharp from "sharp";
import { findBarriers } from "../barriers.ts";
import { samplePerson, signInQuickly } from "../people.ts";
import { wordsOf } from "../words.ts";
import { expect, menuOf, open, test } from "./academy.ts";
import { openGuest, save } from "./settings-page.ts";

const phone = { width: 390, height: 844 };

test.describe(() => {
  test.use({ viewport: phone });

  test("an admin gives the academy another name and a logo on a phone, and a guest in another tab sees both", async ({
    page,
    browser,
    baseURL,
    words,
    faults,
  }) => {
    faults.expect(/^422 POST \/admin\/settings\/academy/);
    const guest = await openGuest(browser, { baseURL, locale: "en" });
    faults.watch(guest.context());
    await open(guest, "/en/courses");
    const mark = guest.getByRole("banner").getByRole("link").first();
    await expect(mark).toContainText("Maqdis");

    await signInQuickly(page.request, samplePerson("admin"));
    await open(page, "/admin/settings/academy");
    const english = page.getByRole("group", { name: "English" });
    await english.getByLabel(words("settings:names.name")).fill("House of Learning");
    await english.getByLabel(words("settings:names.tagline")).fill("Jerusalem, from wherever you are.");
    const arabic = page.getByRole("group", { name: "العربية" });
    await arabic.getByLabel(words("settings:names.name")).fill("بيت العلم");
    await save(page, words).click();
    await expect(page.getByText(words("settings:names.saved"))).toBeVisible();
    await expect(page.getByRole("banner").getByRole("link").first()).toContainText("بيت العلم");
    await guest.reload();
    await expect(mark).toContainText("House of Learning");
    expect(await guest.title()).toContain("House of Learning");
    await expect(guest.getByRole("contentinfo")).toContainText("Jerusalem, from wherever you are.");

    const logo = page.getByRole("region", { name: words("settings:logo.logo.title"), exact: true });
    const keep = logo.getByRole("button", { name: words("settings:logo.keep") });
    const file = logo.getByLabel(words("settings:logo.file"));
    await file.setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
    await keep.click();
    await expect(file).toHaveAccessibleDescription(new RegExp(words("settings:errors.logoUnknown")));
    const png = await sharp({ create: { width: 300, height: 80, channels: 3, background: "#5b1a8f" } })
      .png()
      .toBuffer();
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png });
    await keep.click();
    await expect(page.getByText(words("settings:logo.saved"))).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await guest.reload();
    await expect(mark.locator("img").first()).toHaveJSProperty("naturalWidth", 300);

    await logo.getByRole("button", { name: words("settings:logo.remove") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: words("settings:logo.remove") })
      .click();
    await expect(page.getByText(words("settings:logo.removed"))).toBeVisible();
    for (const group of [english, arabic]) {
      await group.getByLabel(words("settings:names.name")).fill("");
      await group.getByLabel(words("settings:names.tagline")).fill("");
    }
    await save(page, words).click();
    await expect(page.getByText(words("settings:names.saved"))).toBeVisible();
    await guest.reload();
    await expect(mark).toContainText("Maqdis");
    await expect(mark.locator("img")).toHaveCount(0);
    await guest.context().close();
  });
});

test("a colour that cannot be read is refused beside its field with one that can, and what can is on every page", async ({
  page,
  browser,
  baseURL,
  words,
  faults,
}) => {
  faults.expect(/^400 POST \/admin\/settings\/colours/);
  const guest = await openGuest(browser, { baseURL, locale: "ar" });
  faults.watch(guest.context());
  const tile = () => guest.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--tile").trim());
  await open(guest, "/");
  const house = await tile();

  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, "/admin/settings/colours");
  const light = page.getByLabel(words("settings:colours.light"), { exact: true });
  const dark = page.getByLabel(words("settings:colours.dark"), { exact: true });
  await light.fill("#f0c040");
  await dark.fill("#c9a7ff");
  await save(page, words).click();
  await expect(light).toHaveAccessibleDescription(/4[.٫]5.*#[0-9a-f]{6}/);
  await expect(light).toBeFocused();
  await expect(light).toHaveValue("#f0c040");
  await expect(dark).toHaveValue("#c9a7ff");
  expect(await findBarriers(page)).toEqual([]);

  await light.fill("#5b1a8f");
  await save(page, words).click();
  await expect(page.getByText(words("settings:colours.saved"))).toBeVisible();
  await guest.reload();
  await expect.poll(tile).toBe("#5b1a8f");
  expect(await findBarriers(guest)).toEqual([]);

  await page.getByRole("button", { name: words("settings:colours.house") }).click();
  await expect(page.getByText(words("settings:colours.saved"))).toBeVisible();
  await expect(light).toHaveValue("#0f5d6c");
  await guest.reload();
  await expect.poll(tile).toBe(house);
  await guest.context().close();
});

test("a language that is taken out is offered to nobody and its addresses lead on; dates keep to the academy's zone", async ({
  page,
  browser,
  baseURL,
  words,
  faults,
}) => {
  faults.expect(/^400 POST \/admin\/settings\/languages/);
  const guest = await openGuest(browser, { baseURL, locale: "en" });
  faults.watch(guest.context());
  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, "/admin/settings/languages");
  const turkish = page.getByRole("checkbox", { name: "Türkçe" });
  const usual = page.getByLabel(words("settings:languages.default"));
  const zone = page.getByLabel(words("settings:languages.timeZone"));
  const zoneBefore = await zone.inputValue();
  await turkish.uncheck();
  await usual.selectOption("tr");
  await save(page, words).click();
  await expect(usual).toHaveAccessibleDescription(new RegExp(words("settings:errors.defaultNotOffered")));
  await expect(turkish).not.toBeChecked();
  await usual.selectOption("ar");
  await zone.selectOption("Asia/Jerusalem");
  await save(page, words).click();
  await expect(page.getByText(words("settings:languages.saved"))).toBeVisible();
  await expect(zone).toHaveValue("Asia/Jerusalem");

  await open(guest, "/tr/courses");
  await expect(guest).toHaveURL(/\/ar\/courses$/);
  await open(guest, "/en/courses");
  const menu = menuOf(guest, wordsOf("en")("ui:nav.language"));
  await menu.click();
  await expect(guest.getByRole("link", { name: "Français" })).toBeVisible();
  await expect(guest.getByRole("link", { name: "Türkçe" })).toHaveCount(0);

  await page.reload();
  await turkish.check();
  await zone.selectOption(zoneBefore);
  await save(page, words).click();
  await expect(page.getByText(words("settings:languages.saved"))).toBeVisible();
  await open(guest, "/tr/courses");
  await expect(guest).toHaveURL(/\/tr\/courses$/);
  await guest.context().close();
});
