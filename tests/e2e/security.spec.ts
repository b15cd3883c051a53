import { fillSignIn } from "./acts.ts";
import { codeOf } from "./authenticator.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly } from "./people.ts";

test("who turns two-step sign-in on is asked for a code, and a wrong one opens nothing", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(/^4\d\d POST \/sign-in\/code/);
  const person = await becomeLearnerQuickly(page.request);
  await open(page, "/account/security");
  await page.getByRole("link", { name: words("account:app.setUp") }).click();
  await expectHeading(page, words("account:app.title"));
  await page.getByLabel(words("account:currentPassword")).fill(person.password);
  await page.getByRole("button", { name: words("account:app.go") }).click();
  await expect(page.getByRole("heading", { name: words("account:app.scanTitle") })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  const key = await page.getByText(/^[A-Z2-7]{16,}=*$/).textContent();
  await page.getByLabel(words("account:secondFactor.code")).fill(await codeOf(key ?? ""));
  await page.getByRole("button", { name: words("account:app.confirm") }).click();
  await expect(page.getByRole("heading", { name: words("account:app.codesTitle") })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  const spares = page.getByRole("listitem").filter({ hasText: /^[a-z\d]{5}-[a-z\d]{5}$/ });
  const backup = (await spares.first().textContent()) ?? "";

  await page.context().clearCookies();
  await open(page, "/sign-in");
  await fillSignIn({ page, words }, person);
  await expectHeading(page, words("account:secondFactor.title"));
  expect(await findBarriers(page)).toEqual([]);
  const code = page.getByLabel(words("account:secondFactor.code"));
  await code.fill("000000");
  await code.press("Enter");
  await expect(code).toHaveAccessibleDescription(new RegExp(words("account:errors.wrongCode")));
  // The code of the set-up is spent; the next one is good already.
  await code.fill(await codeOf(key ?? "", 1));
  await code.press("Enter");
  await expectHeading(page, words("learn:title"));

  await page.context().clearCookies();
  await open(page, "/sign-in");
  await fillSignIn({ page, words }, person);
  await page.getByText(words("account:secondFactor.useBackup")).click();
  const spare = page.getByLabel(words("account:secondFactor.backup"), { exact: true });
  await spare.fill(backup);
  await spare.press("Enter");
  await expectHeading(page, words("learn:title"));
});

test("a device that is signed out from elsewhere has to sign in again", async ({
  page,
  words,
  browser,
  baseURL,
  faults,
}) => {
  const person = await becomeLearnerQuickly(page.request);
  const elsewhere = await browser.newContext({ baseURL, locale: "ar" });
  faults.watch(elsewhere);
  const other = await elsewhere.newPage();
  await open(other, "/sign-in");
  await fillSignIn({ page: other, words }, person);
  await expectHeading(other, words("learn:title"));

  await open(page, "/account/security");
  const devices = page.getByRole("region", { name: words("account:sessions.title") });
  await expect(devices.getByText(words("account:sessions.current"))).toHaveCount(1);
  await devices
    .getByRole("row")
    .getByRole("button", { name: words("account:sessions.revoke") })
    .click();
  await expect(page.getByText(words("account:sessions.revoked"))).toBeVisible();

  await other.goto("/learn");
  await expectHeading(other, words("account:signIn.title"));
  await fillSignIn({ page: other, words }, person);
  await expectHeading(other, words("learn:title"));
  await elsewhere.close();
});
