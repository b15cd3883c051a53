import { formatMoney } from "#app/platform/i18n/format.ts";
import { expectAtStripe, goBackFromStripe, payAtStripe, wishOfStripe } from "./at-stripe.ts";
import { findBarriers } from "./barriers.ts";
import { beginToBuy, bought, buyForm, expectOrderSays, makeCoupon, makePricedCourse } from "./buying-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly } from "./people.ts";
import { formatsOf } from "./words.ts";

for (const locale of ["ar", "en"] as const) {
  test.describe(locale, () => {
    test.use({ locale });
    const money = (amount: number) => formatMoney(amount, "USD", formatsOf(locale));

    test(`in ${locale} she buys a course with a coupon, and finds it hers as she comes back, before any event was told`, async ({
      page,
      words,
      faults,
    }) => {
      faults.expect(/^409 POST \/courses\//);
      const [{ slug }, coupon] = [await makePricedCourse(), await makeCoupon(50)];
      const { email } = await becomeLearnerQuickly(page.request);
      await wishOfStripe({ do: "mute", email, mute: true });
      await beginToBuy({ page, words }, { slug, coupon: "NO-SUCH-WORD" });
      const form = buyForm({ page, words });
      await expect(page.getByText(words("payment:errors.couponUnknown"))).toBeVisible();
      await expect(form.coupon).toHaveValue("NO-SUCH-WORD");
      await form.coupon.fill(coupon.toLowerCase());
      await form.submit.click();
      await expectAtStripe(page);
      await expect(page.getByText("2450 usd")).toBeVisible();
      await payAtStripe(page);
      await expectOrderSays({ page, words }, "paid");
      await expect(page.getByRole("definition").filter({ hasText: money(2_450) })).not.toHaveCount(0);
      expect(await findBarriers(page)).toEqual([]);
      await page
        .getByRole("main")
        .getByRole("link", { name: words("payment:order.toCourse") })
        .click();
      await expectHeading(page, bought[locale]);
      await expect(page).toHaveURL(new RegExp(`/learn/${slug}$`));
    });

    test(`in ${locale} she comes back from Stripe without having paid, gives the last seat up, and may buy again`, async ({
      page,
      words,
    }) => {
      const { slug } = await makePricedCourse({ seats: 1 });
      await becomeLearnerQuickly(page.request);
      await beginToBuy({ page, words }, { slug });
      const address = await expectAtStripe(page);
      await goBackFromStripe(page);
      await expect(page.getByText(words("payment:order.state.open"), { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: words("payment:order.pay") })).toHaveAttribute("href", address);
      await page.getByRole("button", { name: words("payment:order.cancel.label") }).click();
      const asked = page.getByRole("alertdialog", { name: words("payment:order.cancel.title") });
      await asked.getByRole("button", { name: words("payment:order.cancel.label") }).click();
      await expectOrderSays({ page, words }, "cancelled");
      await page.goto(address);
      await expect(page.getByText("This page is closed")).toBeVisible();
      await beginToBuy({ page, words }, { slug });
      expect(await expectAtStripe(page)).not.toBe(address);
    });

    test(`in ${locale} a payment that takes days is said to be on its way, is not asked for twice, and opens the course`, async ({
      page,
      words,
      faults,
    }) => {
      faults.expect(/^409 POST \/courses\//);
      const { slug } = await makePricedCourse();
      const { email } = await becomeLearnerQuickly(page.request);
      const stale = await page.context().newPage();
      await open(stale, `/courses/${slug}`);
      await beginToBuy({ page, words }, { slug });
      await payAtStripe(page, "bank");
      await expectOrderSays({ page, words }, "pending");
      await expect(page.getByText(words("payment:order.state.pending"), { exact: true })).toBeVisible();
      await buyForm({ page: stale, words }).submit.click();
      await expect(stale.getByText(words("payment:errors.onItsWay"))).toBeVisible();
      await open(stale, `/courses/${slug}`);
      await expect(stale.getByText(words("payment:buy.waiting.pending"))).toBeVisible();
      await wishOfStripe({ do: "settle", email, came: true });
      await expect(async () => {
        await page.reload();
        await expectOrderSays({ page, words }, "paid");
      }).toPass();
      await open(stale, `/learn/${slug}`);
      await expectHeading(stale, bought[locale]);
    });
  });
}
