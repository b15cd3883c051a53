import { fillSignUp } from "../acts.ts";
import { codeOf } from "../authenticator.ts";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { becomeLearnerQuickly, samplePerson, signInQuickly, stranger } from "../people.ts";
import { wordsOf } from "../words.ts";
import { expect, expectHeading, open, test } from "./academy.ts";
import { makeAdmin } from "./admins.ts";
import { openGuest, save } from "./settings-page.ts";

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
