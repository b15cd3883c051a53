import { findBarriers } from "./barriers.ts";
import { makePricedCourse } from "./buying-scene.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly } from "./people.ts";

for (const locale of ["ar", "en"] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`in ${locale} who pays by transfer has its invoices made out to her organisation, and a request for payment to hand on`, async ({
      page,
      words,
    }) => {
      const { slug } = await makePricedCourse();
      await becomeLearnerQuickly(page.request);
      await open(page, `/courses/${slug}`);
      await page.getByRole("radio", { name: words("payment:buy.transfer") }).check();
      await page.getByRole("button", { name: words("payment:buy.submit") }).click();
      await expect(page).toHaveURL(/\/account\/orders\/\d+/);
      await expect(page.getByText(/^MAQDIS-\d+$/)).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      const order = page.url();
      await page.getByRole("link", { name: words("invoices:billing.link") }).click();
      const name = page.getByLabel(words("invoices:billing.name"));
      await name.fill("رابطة المؤرخين (Historians)");
      await page.getByRole("button", { name: words("invoices:billing.save") }).click();
      await expect(page.getByText(words("invoices:billing.saved"))).toBeVisible();
      await expect(name).toHaveValue("رابطة المؤرخين (Historians)");
      await page.goto(order);
      const href = await page.getByRole("link", { name: words("invoices:list.proforma") }).getAttribute("href");
      const paper = await page.request.get(href ?? "");
      expect(paper.headers()["content-type"]).toBe("application/pdf");
      expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
    });
  });
}
