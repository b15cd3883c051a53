import type { Page } from "@playwright/test";
import type { Scene } from "./acts.ts";
import { findBarriers } from "./barriers.ts";
import { bought, makePricedCourse } from "./buying-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, findInMail, type Person, samplePerson, signInQuickly } from "./people.ts";

const WHY = "I teach in a village school and cannot pay the whole of it.";

/** Somebody else sits down at the same screen. */
async function changeTo(page: Page, person: Pick<Person, "email" | "password">) {
  await page.context().clearCookies();
  await signInQuickly(page.request, person);
}

/** From a course's page to the form, which is filled in. */
async function writeApplication({ page, words }: Scene, slug: string) {
  await open(page, `/courses/${slug}`);
  await page.getByRole("link", { name: words("scholarships:box.askLink") }).click();
  await expectHeading(page, words("scholarships:apply.title"));
  await page.getByLabel(words("scholarships:form.text")).fill(WHY);
}

const send = ({ page, words }: Scene) =>
  page.getByRole("button", { name: words("scholarships:form.submit"), exact: true }).click();

/** An admin finds the application among those that wait, and opens it. */
async function openAsAdmin({ page }: Pick<Scene, "page">, { name, email }: Person) {
  await changeTo(page, samplePerson("admin"));
  await open(page, `/admin/scholarships?q=${email}`);
  await page.getByRole("main").getByRole("link", { name }).click();
  await expectHeading(page, name);
  await expect(page.getByText(WHY)).toBeVisible();
}

async function grant({ page, words }: Scene) {
  await page.getByLabel(words("scholarship-admin:grant.message")).fill("We are glad to have her.");
  await page.getByRole("button", { name: words("scholarship-admin:grant.submit") }).click();
}

test("what was written on a dead line is kept and sent later; a part is granted from a fund, and taken off when she buys", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(/^net::ERR_INTERNET_DISCONNECTED (POST|GET) /);
  const scene = { page, words };
  const { slug } = await makePricedCourse();
  const learner = await becomeLearnerQuickly(page.request);
  await writeApplication(scene, slug);
  await page.context().setOffline(true);
  await send(scene);
  await expect(page.getByText(words("scholarships:form.away"))).toBeVisible();
  await page.context().setOffline(false);
  await open(page, `/courses/${slug}/scholarship`);
  await expect(page.getByText(words("scholarships:form.restored"))).toBeVisible();
  await expect(page.getByLabel(words("scholarships:form.text"))).toHaveValue(WHY);
  expect(await findBarriers(page)).toEqual([]);
  await send(scene);
  await expect(page.getByText(words("scholarships:told.sent"))).toBeVisible();

  await changeTo(page, samplePerson("admin"));
  await open(page, "/admin/funds");
  const fund = `Friends of ${slug}`;
  await page.getByLabel(words("scholarship-admin:fund.name")).fill(fund);
  await page.getByLabel(words("scholarship-admin:fund.limit")).fill("٢٠");
  await page.getByRole("button", { name: words("scholarship-admin:fund.makeSubmit") }).click();
  await expectHeading(page, fund);
  expect(await findBarriers(page)).toEqual([]);
  await openAsAdmin(scene, learner);
  expect(await findBarriers(page)).toEqual([]);
  const bears = page.getByLabel(words("scholarship-admin:list.fund"));
  await bears.selectOption(await bears.locator("option", { hasText: fund }).getAttribute("value"));
  await expect(page.getByText(words("scholarship-admin:errors.fundSpent"))).toBeVisible();
  await page.getByLabel(words("scholarship-admin:grant.part"), { exact: true }).check();
  await page.getByLabel(words("scholarship-admin:grant.percent")).fill("40");
  await expect(page.getByText(words("scholarship-admin:errors.fundSpent"))).toBeHidden();
  await grant(scene);
  await expect(page.getByText(words("scholarship-admin:told.grant"))).toBeVisible();

  await changeTo(page, learner);
  await findInMail(page.request, { to: learner.email, pattern: new RegExp(`/courses/(${slug})`) });
  await open(page, "/account/scholarships");
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("link", { name: words("scholarships:acts.use") }).click();
  await expect(page.getByText(words("scholarships:box.granted", { share: 0.4 }))).toBeVisible();
  await page.getByLabel(words("payment:buy.transfer"), { exact: true }).check();
  await page.getByRole("button", { name: words("payment:buy.submit") }).click();
  await expect(page).toHaveURL(/\/account\/orders\/\d+/);
  await expect(
    page
      .getByRole("main")
      .getByText(/٢٩[٫,]٤٠/)
      .first(),
  ).toBeVisible();
});

test.describe("en", () => {
  test.use({ locale: "en", viewport: { width: 390, height: 844 } });

  test("a whole scholarship gives her the course at once, without an act of hers, on a phone", async ({
    page,
    words,
  }) => {
    const scene = { page, words };
    const { slug } = await makePricedCourse({ seats: 1 });
    const learner = await becomeLearnerQuickly(page.request);
    await writeApplication(scene, slug);
    await send(scene);
    await expect(page.getByText(words("scholarships:told.sent"))).toBeVisible();
    await openAsAdmin(scene, learner);
    await grant(scene);
    await expect(page.getByText(words("scholarship-admin:told.grant"))).toBeVisible();
    await changeTo(page, learner);
    await open(page, "/account/scholarships");
    await page.getByRole("link", { name: words("scholarships:acts.toCourse") }).click();
    await expectHeading(page, bought.en);
    await expect(page).toHaveURL(new RegExp(`/learn/${slug}$`));
  });
});
