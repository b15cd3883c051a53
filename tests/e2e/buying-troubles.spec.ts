import { expectAtStripe, goBackFromStripe, payAtStripe, wishOfStripe } from "./at-stripe.ts";
import { beginToBuy, buyForm, expectOrderSays, makePricedCourse } from "./buying-scene.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly } from "./people.ts";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a second tab goes on at the same page of Stripe, and what is bought is not sold twice", async ({
    page,
    words,
    faults,
  }) => {
    faults.expect(/^409 POST \/courses\//);
    const { slug } = await makePricedCourse();
    await becomeLearnerQuickly(page.request);
    const [second, third] = [await page.context().newPage(), await page.context().newPage()];
    for (const tab of [second, third]) await open(tab, `/courses/${slug}`);
    await beginToBuy({ page, words }, { slug });
    const address = await expectAtStripe(page);
    await buyForm({ page: second, words }).submit.tap();
    expect(await expectAtStripe(second)).toBe(address);
    await payAtStripe(page);
    await expectOrderSays({ page, words }, "paid");
    await second.reload();
    await expect(second.getByText("This page is closed")).toBeVisible();
    await buyForm({ page: third, words }).submit.tap();
    await expect(third.getByText(words("payment:errors.alreadyYours"))).toBeVisible();
    await open(page, "/account/orders");
    await expect(page.getByRole("main").getByText(words("payment:order.state.paid"), { exact: true })).toHaveCount(1);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  });
});

test.describe("in English", () => {
  test.use({ locale: "en" });

  test("while Stripe is away she is told and keeps her seat, and pays once it is back, from the order's own page", async ({
    page,
    words,
    faults,
  }) => {
    faults.expect(/^503 POST \//);
    const { slug } = await makePricedCourse({ seats: 1 });
    const { email } = await becomeLearnerQuickly(page.request);
    await wishOfStripe({ do: "mood", email, mood: "tooMany" });
    await beginToBuy({ page, words }, { slug });
    const told = page.getByText(words("payment:errors.stripeAway"));
    await expect(told).toBeVisible();
    await open(page, `/courses/${slug}`);
    await page.getByRole("link", { name: words("payment:buy.toOrder") }).click();
    await wishOfStripe({ do: "mood", email, mood: "lostAnswer" });
    const pay = page.getByRole("button", { name: words("payment:order.pay") });
    await pay.click();
    await expect(told).toBeVisible();
    await wishOfStripe({ do: "mood", email, mood: null });
    await pay.click();
    await expectAtStripe(page);
    // It goes away again before she is back: what she sees may not be the latest, and says so.
    await wishOfStripe({ do: "mute", email, mute: true });
    await wishOfStripe({ do: "mood", email, mood: "away" });
    await payAtStripe(page);
    await expect(page.getByText(words("payment:order.away"))).toBeVisible();
    await wishOfStripe({ do: "mood", email, mood: null });
    await page.getByRole("button", { name: words("payment:order.check") }).click();
    await expectOrderSays({ page, words }, "paid");
  });

  test("a refund that is made at Stripe stands on her order, and closes the course", async ({ page, words }) => {
    const { slug } = await makePricedCourse();
    const { email } = await becomeLearnerQuickly(page.request);
    await beginToBuy({ page, words }, { slug });
    await payAtStripe(page);
    await expectOrderSays({ page, words }, "paid");
    await wishOfStripe({ do: "refund", email });
    await expect(async () => {
      await page.reload();
      await expectOrderSays({ page, words }, "refunded");
    }).toPass();
    await expect(page.getByRole("heading", { name: words("payment:order.refunds.title") })).toBeVisible();
    await open(page, `/learn/${slug}`);
    await expect(page).toHaveURL(new RegExp(`/courses/${slug}$`));
  });

  test("money that does not come is said not to have come, and she may buy again", async ({ page, words }) => {
    const { slug } = await makePricedCourse({ seats: 1 });
    const { email } = await becomeLearnerQuickly(page.request);
    await beginToBuy({ page, words }, { slug });
    await payAtStripe(page, "bank");
    await expectOrderSays({ page, words }, "pending");
    await wishOfStripe({ do: "settle", email, came: false });
    await expect(async () => {
      await page.reload();
      await expectOrderSays({ page, words }, "failed");
    }).toPass();
    await beginToBuy({ page, words }, { slug });
    await goBackFromStripe(page);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("the form alone leads to Stripe and back to what is hers", async ({ page, words, faults }) => {
      // So the browser calls scripts that it was told not to run.
      faults.expect(/^csp GET \/assets\//);
      const { slug } = await makePricedCourse();
      await becomeLearnerQuickly(page.request);
      await page.goto(`/courses/${slug}`);
      await buyForm({ page, words }).submit.click();
      await payAtStripe(page);
      await expectOrderSays({ page, words }, "paid");
    });
  });
});
