import { formatMoney } from "#app/platform/i18n/format.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { buyForm, makePricedCourse } from "./buying-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, samplePerson, signInQuickly } from "./people.ts";

const typed = { ar: ["٣٩٫٩٠", "٢٩"], en: ["39.90", "29"] } as const;

for (const locale of ["ar", "en"] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`an admin sets prices, is told where they meet, and makes a coupon by which a learner buys, in ${locale}`, async ({
      page,
      words,
      faults,
    }) => {
      const { id, slug } = await makePricedCourse();
      const save = page.getByRole("button", { name: words("prices:form.save") });
      const amount = page.getByLabel(words("prices:form.amount"), { exact: true });
      await signInQuickly(page.request, samplePerson("admin"));
      await open(page, `/admin/prices/courses/${slug}/new`);
      await amount.fill(typed[locale][0]);
      expect(await findBarriers(page)).toEqual([]);
      await save.click();
      await expect(page.getByText(words("prices:notice.saved"))).toBeVisible();

      faults.expect(/409 POST .*\/admin\/prices\//);
      await page.getByRole("link", { name: words("prices:thing.add") }).click();
      await expectHeading(page, words("prices:form.newTitle"));
      await amount.fill(typed[locale][1]);
      await save.click();
      await expect(page.getByText(words("prices:ambiguous.title"))).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel(words("prices:ambiguous.accept")).check();
      await save.click();
      await expect(page.getByText(words("prices:notice.saved"))).toBeVisible();

      await open(page, "/admin/coupons/new");
      await page.getByLabel(words("coupons:form.percentOff")).fill("50");
      await page.locator(`input[name=courses][value="${id}"]`).check();
      await save.click();
      await expect(page.getByText(words("coupons:notice.saved"))).toBeVisible();
      const coupon = await page.getByRole("heading", { level: 1 }).innerText();
      expect(await findBarriers(page)).toEqual([]);

      await page.context().clearCookies();
      const { email } = await becomeLearnerQuickly(page.request);
      await open(page, `/courses/${slug}`);
      const choice = { locale, timeZone: "UTC", calendar: "gregorian", digits: "automatic" } as const;
      await expect(
        page
          .getByRole("main")
          .getByText(formatMoney(2_900, "USD", choice))
          .first(),
      ).toBeVisible();
      const form = buyForm({ page, words });
      await page.getByLabel(words("payment:buy.transfer")).check();
      await form.coupon.fill(coupon.toLowerCase());
      await form.submit.click();
      await expect(page).toHaveURL(/\/account\/orders\/\d+/);
      const order = await withAcademyDatabase((db) => db.order.findFirstOrThrow({ where: { buyerEmail: email } }));
      expect(order).toMatchObject({ amount: 1_450, currency: "USD", state: "open" });
    });
  });
}
