import { fillSignIn, fillSignUp, followMail } from "./acts.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, stranger } from "./people.ts";

for (const locale of ["ar", "en"]) {
  test.describe(() => {
    test.use({ locale });

    test(`a sign-up that cannot be accepted says why beside the field and keeps what was typed, in ${locale}`, async ({
      page,
      words,
      faults,
    }) => {
      faults.expect(/^400 POST (\/\w\w)?\/sign-up/);
      await open(page, "/sign-up");
      const person = { ...stranger(), email: "salma at example", password: "short" };
      await fillSignUp({ page, words }, person);
      const email = page.getByLabel(words("account:email"));
      const password = page.getByLabel(words("account:password"), { exact: true });
      await expect(email).toHaveAccessibleDescription(words("form:email"));
      await expect(email).toHaveAttribute("aria-invalid", "true");
      await expect(email).toBeFocused();
      await expect(email).toHaveValue(person.email);
      await expect(page.getByLabel(words("account:signUp.name"))).toHaveValue(person.name);
      await expect(password).toHaveAttribute("aria-invalid", "true");
      await expect(password).toHaveAccessibleDescription(new RegExp(words("form:tooShort", { count: 10 })));
    });
  });
}

test("a sign-up with an address that is known looks like any other, and its owner is told by mail", async ({
  page,
  words,
  browser,
  baseURL,
  faults,
}) => {
  const owner = await becomeLearnerQuickly(page.request);
  const elsewhere = await browser.newContext({ baseURL, locale: "ar" });
  faults.watch(elsewhere);
  const other = await elsewhere.newPage();
  await open(other, "/sign-up");
  await fillSignUp({ page: other, words }, { ...stranger(), email: owner.email });
  await expectHeading(other, words("account:verify.checkTitle"));
  await followMail({ page: other, words }, { to: owner.email, subject: words("mail:accountExists.subject") });
  await expectHeading(other, words("account:signIn.title"));
  await elsewhere.close();
});

test("a wrong password and an unknown address are answered alike", async ({ page, words, faults }) => {
  faults.expect(/^4\d\d POST (\/\w\w)?\/sign-in/);
  const owner = await becomeLearnerQuickly(page.request);
  await page.context().clearCookies();
  const alert = page.getByRole("main").getByRole("alert");
  for (const attempt of [{ ...owner, password: "not-the-password" }, stranger()]) {
    await open(page, "/sign-in");
    await fillSignIn({ page, words }, attempt);
    await expect(alert).toHaveText(words("account:errors.wrongCredentials"));
    await expect(page.getByLabel(words("account:email"))).toHaveValue(attempt.email);
    await expect(page.getByLabel(words("account:password"), { exact: true })).toHaveValue("");
  }
});

test("a forgotten password is chosen anew by mail, once, and the old one no longer opens", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(/^4\d\d POST (\/\w\w)?\/sign-in/);
  const person = await becomeLearnerQuickly(page.request);
  await page.context().clearCookies();
  await open(page, "/sign-in");
  await page.getByRole("link", { name: words("account:signIn.forgotten") }).click();
  await expectHeading(page, words("account:forgotten.title"));
  await page.getByLabel(words("account:email")).fill(person.email);
  await page.getByRole("button", { name: words("account:forgotten.submit") }).click();
  await expect(page.getByText(words("account:forgotten.sent"))).toBeVisible();
  await followMail({ page, words }, { to: person.email, subject: words("mail:resetPassword.subject") });
  await expectHeading(page, words("account:reset.title"));
  const link = page.url();
  const password = `${person.password}-anew`;
  await page.getByLabel(words("account:reset.password")).fill(password);
  await page.getByRole("button", { name: words("account:reset.submit") }).click();
  await expect(page.getByText(words("account:reset.done"))).toBeVisible();
  await fillSignIn({ page, words }, person);
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(words("account:errors.wrongCredentials"));
  await fillSignIn({ page, words }, { ...person, password });
  await expectHeading(page, words("learn:title"));
  await page.goto(link);
  await expectHeading(page, words("account:spent.title"));
});
