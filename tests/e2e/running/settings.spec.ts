import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { fillSignUp } from "../acts.ts";
import { codeOf } from "../authenticator.ts";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { becomeLearnerQuickly, samplePerson, signInQuickly, stranger } from "../people.ts";
import { type Words, wordsOf } from "../words.ts";
import { expect, expectHeading, menuOf, open, test } from "./academy.ts";
import { makeAdmin } from "./admins.ts";

const phone = { width: 390, height: 844 };

/** Somebody who has no account, in a browser of her own. */
async function openGuest(browser: Browser, { baseURL, locale }: { baseURL: string | undefined; locale: string }) {
  const address = `10.77.0.${1 + Math.floor(Math.random() * 250)}`;
  const context = await browser.newContext({
    baseURL,
    locale,
    extraHTTPHeaders: { "X-Forwarded-For": address, "Accept-Language": locale },
  });
  return context.newPage();
}

const save = (page: Page, words: Words) => page.getByRole("button", { name: words("admin:settings.save") }).first();

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

test("registration is opened, kept to those invited and closed by keyboard, and a newcomer meets each in words", async ({
  page,
  browser,
  baseURL,
  words,
  faults,
}) => {
  faults.expect(/^4\d\d POST \/en\/sign-up/);
  const english = wordsOf("en");
  const guest = await openGuest(browser, { baseURL, locale: "en" });
  faults.watch(guest.context());
  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, "/admin/settings");
  const choose = async (from: string, to: string, key: string) => {
    await tabTo(page, page.getByRole("radio", { name: words(`admin:settings.registrationModes.${from}`) }));
    await page.keyboard.press(key);
    await expect(page.getByRole("radio", { name: words(`admin:settings.registrationModes.${to}`) })).toBeChecked();
    await pressByKeyboard(page, save(page, words));
    await expect(page.getByText(words("admin:settings.saved"))).toBeVisible();
    await page.reload();
    await expect(page.getByRole("radio", { name: words(`admin:settings.registrationModes.${to}`) })).toBeChecked();
  };

  // One who has the form open already is told when she sends it, and keeps what she typed.
  await open(guest, "/en/sign-up");
  await choose("open", "invitation", "ArrowDown");
  const person = stranger();
  await fillSignUp({ page: guest, words: english }, person);
  await expect(guest.getByRole("alert")).toContainText(english("account:errors.registrationByInvitation"));
  await expect(guest.getByLabel(english("account:email"))).toHaveValue(person.email);
  await open(guest, "/en/sign-up");
  await expect(guest.getByText(english("account:signUp.byInvitation.title"))).toBeVisible();
  expect(await findBarriers(guest)).toEqual([]);

  await choose("invitation", "closed", "ArrowDown");
  await open(guest, "/en/sign-up");
  await expect(guest.getByText(english("account:signUp.closed.title"))).toBeVisible();
  await expect(guest.getByLabel(english("account:email"))).toHaveCount(0);

  await choose("closed", "open", "ArrowDown");
  await open(guest, "/en/sign-up");
  await fillSignUp({ page: guest, words: english }, stranger());
  await expectHeading(guest, english("account:verify.checkTitle"));
  await guest.context().close();
});

test("once a second step is demanded of staff, each is led to set one up before anything else, and learners are not", async ({
  page,
  browser,
  baseURL,
  words,
}) => {
  const warden = await makeAdmin(page.request);
  const elsewhere = await Promise.all(
    ["instructor", "learner"].map(() => openGuest(browser, { baseURL, locale: "ar" })),
  );
  const [teacher = page, learner = page] = elsewhere;
  await signInQuickly(teacher.request, samplePerson("instructor"));
  await becomeLearnerQuickly(learner.request);

  await open(page, "/admin/settings");
  const demanded = page.getByRole("checkbox", { name: words("admin:settings.staffSecondFactor") });
  await demanded.check();
  await save(page, words).click();
  // It holds for herself too.
  await expectHeading(page, words("account:security.title"));
  await expect(page.getByText(words("account:security.demanded"))).toBeVisible();
  await open(teacher, "/teach");
  await expectHeading(teacher, words("account:security.title"));
  await expect(teacher.getByText(words("account:security.demanded"))).toBeVisible();
  expect(await findBarriers(teacher)).toEqual([]);
  await open(learner, "/learn");
  await expectHeading(learner, words("learn:title"));

  await page.getByRole("link", { name: words("account:app.setUp") }).click();
  await expectHeading(page, words("account:app.title"));
  await page.getByLabel(words("account:currentPassword")).fill(warden.password);
  await page.getByRole("button", { name: words("account:app.go") }).click();
  const key = await page.getByText(/^[A-Z2-7]{16,}=*$/).textContent();
  await page.getByLabel(words("account:secondFactor.code")).fill(await codeOf(key ?? ""));
  await page.getByRole("button", { name: words("account:app.confirm") }).click();
  await expect(page.getByRole("heading", { name: words("account:app.codesTitle") })).toBeVisible();

  await open(page, "/admin/settings");
  await expect(demanded).toBeChecked();
  await demanded.uncheck();
  await save(page, words).click();
  await expect(page.getByText(words("admin:settings.saved"))).toBeVisible();
  await open(teacher, "/teach");
  await expect(teacher).toHaveURL(/\/teach$/);
  await Promise.all(elsewhere.map((other) => other.context().close()));
});
