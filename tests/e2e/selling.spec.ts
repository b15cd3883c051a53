import { formatMoney } from "#app/platform/i18n/format.ts";
import { endOfLesson } from "./acts.ts";
import { expectAtStripe, payAtStripe, wishOfStripe } from "./at-stripe.ts";
import { findBarriers } from "./barriers.ts";
import {
  beginToBuy,
  bought,
  expectOrderSays,
  makeCourseWithPaidCertificate,
  makePricedProgramme,
  nameQuickly,
} from "./buying-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";
import { formatsOf } from "./words.ts";

test.describe("on a phone, in Arabic", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("she buys a programme of which she has a course, and sees line by line what is taken off for it", async ({
    page,
    words,
    language,
  }) => {
    const money = (amount: number) => formatMoney(amount, "USD", formatsOf(language));
    const { programme, courses } = await makePricedProgramme();
    await becomeLearnerQuickly(page.request);
    await beginToBuy({ page, words }, { slug: courses[0]?.slug ?? "" });
    await payAtStripe(page);
    await expectOrderSays({ page, words }, "paid");
    await open(page, `/programmes/${programme.slug}`);
    const box = page.getByRole("region", { name: words("payment:programme.title") });
    const lines = box.locator("dl > div");
    await expect(lines.nth(0)).toContainText(money(9_000));
    await expect(lines.nth(1)).toContainText(bought.ar);
    await expect(lines.nth(1)).toContainText(money(-4_500));
    await expect(lines.nth(2)).toContainText(money(4_500));
    expect(await findBarriers(page)).toEqual([]);
    await box.getByRole("button", { name: words("payment:programme.submit") }).tap();
    await expectAtStripe(page);
    await expect(page.getByText("4500 usd")).toBeVisible();
    await payAtStripe(page);
    await expectOrderSays({ page, words }, "paid");
    await expect(page.getByText(words("payment:order.deducted"))).toBeVisible();
    await open(page, `/programmes/${programme.slug}`);
    await expect(box.getByText(words("payment:programme.hasAll"))).toBeVisible();
    await open(page, `/learn/${courses[1]?.slug}`);
    await expectHeading(page, bought.ar);
  });
});

test.describe("in English", () => {
  test.use({ locale: "en" });

  test("she learns for nothing, buys the certificate by itself, and loses it when its price is given back", async ({
    page,
    words,
  }) => {
    // A certificate is signed and set in type while she waits, which takes its time where much else is tested.
    test.setTimeout(120_000);
    const { slug } = await makeCourseWithPaidCertificate();
    const { email } = await becomeLearnerQuickly(page.request);
    await nameQuickly(email);
    await enrolQuickly(page.request, slug);
    await open(page, `/learn/${slug}/lesson-1`);
    await endOfLesson({ page, words }).finish.click();
    await page.getByRole("link", { name: words("progress:why.certificate") }).click();
    const panel = page.getByRole("region", { name: words("certificate:panel.title") });
    await expect(panel.getByText(words("certificate:panel.unpaid.title"))).toBeVisible();
    await panel.getByRole("link", { name: words("payment:certificate.submit") }).click();
    await expectHeading(page, words("payment:certificate.title"));
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("button", { name: words("payment:certificate.submit") }).click();
    await expectAtStripe(page);
    await expect(page.getByText("1500 usd")).toBeVisible();
    await payAtStripe(page);
    await expectOrderSays({ page, words }, "paid");
    await page.getByRole("link", { name: words("payment:order.toCertificate") }).click();
    await expect(panel.getByText(words("certificate:panel.ready.title"))).toBeVisible({ timeout: 30_000 });
    await wishOfStripe({ do: "refund", email });
    await expect(async () => {
      await page.reload();
      await expect(panel.getByText(words("certificate:panel.revoked.title"))).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await expect(panel.getByRole("link", { name: words("payment:certificate.submit") })).toBeVisible();
  });
});
