import { findBarriers } from "./barriers.ts";
import { bought, makePricedCourse } from "./buying-scene.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, findInMail, samplePerson, signInQuickly, stranger } from "./people.ts";

for (const locale of ["ar", "en"] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`an organisation's seats are invited to by a list and taken up in one press, in ${locale}`, async ({
      page,
      words,
      browser,
      faults,
    }) => {
      const { slug } = await makePricedCourse();
      const others = await browser.newContext({ locale, viewport: { width: 390, height: 844 } });
      faults.watch(others);
      const coordinator = await becomeLearnerQuickly(others.request);
      await signInQuickly(page.request, samplePerson("admin"));
      await open(page, "/admin/groups/new");
      expect(await findBarriers(page)).toEqual([]);
      const name = `مدرسة النور ${slug}`;
      await page.getByLabel(words("group-admin:new.name")).fill(name);
      await page.getByLabel(words("group-admin:new.place")).selectOption(slug);
      await page.getByLabel(words("group-admin:new.seats"), { exact: true }).fill(locale === "ar" ? "٢" : "2");
      await page.getByLabel(words("group-admin:new.reference")).fill(`INV-${slug}`);
      await page.getByLabel(words("group-admin:new.coordinator")).fill(coordinator.email);
      await page.getByRole("button", { name: words("group-admin:new.submit") }).click();
      await expect(page.getByText(words("group-admin:notice.created"))).toBeVisible();
      await expectHeading(page, name);
      expect(await findBarriers(page)).toEqual([]);

      const theirs = await others.newPage();
      await open(theirs, "/account/groups");
      await theirs.getByRole("link", { name }).click();
      await expectHeading(theirs, name);
      const invited = stranger();
      const list = `${invited.name},${invited.email}\nNobody,nobody.example.org`;
      await theirs.getByLabel(words("groups:invite.addresses")).fill(list);
      await theirs.getByRole("button", { name: words("groups:invite.look") }).click();
      await expect(theirs.getByText(words("groups:look.standing.badAddress"))).toBeVisible();
      await expect(theirs.getByText(words("groups:look.standing.ok"))).toBeVisible();
      expect(await findBarriers(theirs)).toEqual([]);
      await theirs.getByRole("button", { name: words("groups:invite.send", { count: 1 }) }).click();
      await expect(theirs.getByText(words("groups:notice.invited", { count: 1 }))).toBeVisible();
      await expect(theirs.getByText(invited.email, { exact: true })).toBeVisible();
      await expect(theirs.getByLabel(words("groups:invite.addresses"))).toHaveValue("");
      await theirs.getByLabel(words("groups:handOut.seats")).fill("1");
      await theirs.getByRole("button", { name: words("groups:handOut.take") }).click();
      await expectHeading(theirs, words("groups:codes.title"));
      expect(await findBarriers(theirs)).toEqual([]);

      const link = await findInMail(page.request, { to: invited.email, pattern: /(\/redeem\?code=[A-Z0-9-]+)/ });
      const pupils = await browser.newContext({ locale });
      faults.watch(pupils);
      const hers = await pupils.newPage();
      await open(hers, link);
      await expect(hers.getByRole("heading", { name: bought[locale] })).toBeVisible();
      expect(await findBarriers(hers)).toEqual([]);
      await expect(hers.getByRole("link", { name: words("groups:redeem.signUp") })).toHaveAttribute(
        "href",
        /\/sign-up\?next=.*redeem/,
      );
      await becomeLearnerQuickly(pupils.request);
      await hers.reload();
      await hers.getByRole("button", { name: words("groups:redeem.take") }).click();
      await expectHeading(hers, bought[locale]);
      await expect(hers).toHaveURL(new RegExp(`/learn/${slug}$`));

      await open(theirs, "/account/groups");
      await expect(theirs.getByText(words("groups:counts.usedOf", { used: 1, seats: 2 })).first()).toBeVisible();
      await others.close();
      await pupils.close();
    });
  });
}

test.describe("a sponsor", () => {
  test.use({ locale: "ar" });

  test("orders seats for others, is told what a line that is dead keeps from her, and finds her order held", async ({
    page,
    words,
    context,
    faults,
  }) => {
    faults.expect(/^400 POST /, /ERR_INTERNET_DISCONNECTED/);
    const { slug } = await makePricedCourse();
    await becomeLearnerQuickly(page.request);
    await open(page, `/courses/${slug}`);
    await page.getByRole("link", { name: words("payment:seatsLink") }).click();
    await expectHeading(page, words("groups:seats.title"));
    expect(await findBarriers(page)).toEqual([]);
    const quantity = page.getByLabel(words("groups:seats.quantity"));
    const submit = page.getByRole("button", { name: words("groups:seats.submit") });
    await quantity.fill("0");
    await submit.click();
    await expect(page.getByText(words("form:tooSmall", { minimum: 1 }))).toBeVisible();
    await quantity.fill("٣");
    await page.getByLabel(words("payment:buy.transfer")).check();
    await context.setOffline(true);
    await submit.click();
    await expect(page.getByText(words("groups:away"))).toBeVisible();
    await expect(quantity).toHaveValue("٣");
    await context.setOffline(false);
    await submit.click();
    await expect(page.getByText(words("groups:notice.held"))).toBeVisible();
    await open(page, `/courses/${slug}/seats`);
    await expect(page.getByText(words("groups:seats.waiting.open"))).toBeVisible();
  });
});
