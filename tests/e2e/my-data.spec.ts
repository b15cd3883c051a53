import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, signInQuickly } from "./people.ts";

test("a learner takes her data away, asks to leave, and stays by signing in again", async ({ page, words, faults }) => {
  faults.expect(/^400 POST \/account\/data/);
  const person = await becomeLearnerQuickly(page.request);
  await open(page, "/account/data");
  await expectHeading(page, words("privacy:title"));
  await page.getByRole("button", { name: words("privacy:export.ask") }).click();
  const fetched = page.getByRole("link", { name: /MB|KB|kB|كيلوبايت|ميغابايت|ك\.ب|م\.ب/ });
  await expect(fetched).toBeVisible({ timeout: 30_000 });
  expect(await findBarriers(page)).toEqual([]);
  const archive = await page.request.get((await fetched.getAttribute("href")) ?? "");
  expect(archive.headers()["content-disposition"]).toMatch(/^attachment/);
  expect((await archive.body()).subarray(0, 2).toString()).toBe("PK");

  const leave = page.getByRole("button", { name: words("privacy:erasure.submit") });
  const confirm = page.getByRole("button", { name: words("privacy:erasure.confirm.yes") });
  await page.getByLabel(words("account:currentPassword")).fill("not the password");
  await page.getByRole("checkbox").check();
  await leave.click();
  await confirm.click();
  const password = page.getByLabel(words("account:currentPassword"));
  await expect(password).toHaveAccessibleDescription(new RegExp(words("account:errors.wrongPassword")));
  await password.fill(person.password);
  await leave.click();
  await confirm.click();
  await expect(page.getByText(words("privacy:erasure.asked"))).toBeVisible();
  expect(
    (await page.context().cookies()).map(({ name }) => name).filter((name) => !name.startsWith("maqdis.")),
  ).toEqual([]);
  await signInQuickly(page.request, person);
  await open(page, "/account/data");
  await expect(page.getByText(words("privacy:erasure.kept").split("{{")[0] ?? "", { exact: false })).toBeVisible();
});
