import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, menuOf, open, test } from "./journey.ts";
import { becomeLearnerQuickly, enrolQuickly } from "./people.ts";

/** Apart from what it covers, which nobody can press as long as it is open. */
const MENU = "header details[open]";

const looks = [
  { locale: "ar", colorScheme: "light" },
  { locale: "en", colorScheme: "dark" },
] as const;

for (const look of looks) {
  test.describe(() => {
    test.use(look);

    test(`what opens on a page has no barrier, in ${look.locale} and ${look.colorScheme}`, async ({ page, words }) => {
      const { name, email } = await becomeLearnerQuickly(page.request);
      await enrolQuickly(page.request, "jerusalem-through-the-ages");

      await open(page, "/dev/mailbox");
      await page
        .getByRole("main")
        .getByRole("listitem")
        .filter({ hasText: email })
        .getByRole("link", { name: words("mail:verifyEmail.subject") })
        .click();
      await expectHeading(page, words("mail:verifyEmail.subject"));
      expect.soft(await findBarriers(page), "mail").toEqual([]);

      await open(page, "/courses");
      for (const menu of [words("ui:nav.language"), name]) {
        await menuOf(page, menu).click();
        expect.soft(await findBarriers(page, MENU), menu).toEqual([]);
      }

      await open(page, "/learn/jerusalem-through-the-ages/site-and-water");
      await menuOf(page, words("learn:reading.title")).click();
      expect.soft(await findBarriers(page, MENU), "reading settings").toEqual([]);
      await page.getByRole("button", { name: words("learn:keys.show") }).click();
      await expect(page.getByRole("dialog", { name: words("learn:keys.title") })).toBeVisible();
      expect.soft(await findBarriers(page), "shortcuts").toEqual([]);

      await open(page, "/learn/jerusalem-through-the-ages");
      await menuOf(page, words("progress:why.all")).click();
      await menuOf(page, words("learn:place")).click();
      await page.getByRole("button", { name: words("enrolment:withdraw.label") }).click();
      const question = page.getByRole("alertdialog", { name: words("enrolment:withdraw.title") });
      await expect(question).toBeVisible();
      expect.soft(await findBarriers(page), "withdrawing").toEqual([]);
      await question.getByRole("button", { name: words("enrolment:withdraw.confirm") }).click();
      await expect(page.getByText(words("enrolment:notice.withdrawn"))).toBeVisible();
    });
  });
}
