import { expectAtStripe, payAtStripe, wishOfStripe } from "./at-stripe.ts";
import { beginToBuy, bought, expectOrderSays, makePricedCourse } from "./buying-scene.ts";
import { expect, expectHeading, test } from "./journey.ts";
import { becomeLearnerQuickly } from "./people.ts";

for (const locale of ["ar", "en"] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`she buys a course at Stripe in ${locale}, and finds it hers as she comes back, before any event was told`, async ({
      page,
      words,
    }) => {
      const { slug } = await makePricedCourse();
      const { email } = await becomeLearnerQuickly(page.request);
      await wishOfStripe({ do: "mute", email, mute: true });
      await beginToBuy({ page, words }, { slug });
      await expectAtStripe(page);
      await expect(page.getByText("4900 usd")).toBeVisible();
      await payAtStripe(page);
      await expectOrderSays({ page, words }, "paid");
      await page
        .getByRole("main")
        .getByRole("link", { name: words("payment:order.toCourse") })
        .click();
      await expectHeading(page, bought[locale]);
      await expect(page).toHaveURL(new RegExp(`/learn/${slug}$`));
    });
  });
}
