import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectHeading, open, test } from "./journey.ts";
import { becomeLearnerQuickly, findInMail, samplePerson, signInQuickly } from "./people.ts";
import type { Words } from "./words.ts";

type Maker = { page: Page; words: Words };

/** Makes a course on the screens, and answers its name in addresses. */
async function makeCourse({ page, words }: Maker, title: string): Promise<string> {
  await open(page, "/en/teach");
  await page
    .getByRole("link", { name: words("course-making:new.open") })
    .first()
    .click();
  await expectHeading(page, words("course-making:new.title"));
  await page.getByRole("button", { name: words("course-making:new.submit") }).click();
  await expect(page.getByLabel(words("course-making:new.name"))).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel(words("course-making:new.name")).fill(title);
  await page.getByRole("button", { name: words("course-making:new.submit") }).click();
  await expectHeading(page, title);
  await expect(page.getByText(words("course-making:notice.created"))).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test.describe("a course of one's own in English", () => {
  test.use({ locale: "en" });

  test("is made, set, taught with somebody who is invited, deleted and put back", async ({
    page,
    words,
    context,
    faults,
    browser,
  }) => {
    faults.expect(/^4(00|09|22) POST (\/en)?\/teach\//);
    await signInQuickly(context.request, samplePerson("instructor"));
    const maker = { page, words };
    const title = `Gates ${randomUUID().slice(0, 6)}`;
    const course = await makeCourse(maker, title);

    await test.step("what is typed wrong is told beside its field, and nothing typed is lost", async () => {
      await open(page, `/en/teach/${course}/settings?section=enrolment`);
      const form = page.locator("form").filter({ has: page.locator('[name="opensAt"]') });
      const [opens, closes, seats] = ["opensAt", "closesAt", "seats"].map((name) => form.locator(`[name="${name}"]`));
      if (!opens || !closes || !seats) throw new Error("The form has other fields");
      await seats.fill("25");
      await opens.fill("2027-03-02T09:00");
      await closes.fill("2027-03-01T09:00");
      await form.getByRole("button", { name: words("course-settings:save") }).click();
      await expect(page.getByText(words("course-settings:errors.closesFirst")).first()).toBeVisible();
      await expect(seats).toHaveValue("25");
      await expect(opens).toHaveValue("2027-03-02T09:00");
      await expect(closes).toHaveValue("2027-03-01T09:00");
      await closes.fill("2027-03-03T09:00");
      await form.getByRole("button", { name: words("course-settings:save") }).click();
      await expect(page.getByText(words("course-settings:notice.saved"))).toBeVisible();
      await page.reload();
      await expect(seats).toHaveValue("25");
      await expect(closes).toHaveValue("2027-03-03T09:00");
    });

    await test.step("who is invited by mail accepts, and is among those who teach it", async () => {
      const elsewhere = await browser.newContext({ locale: "en", baseURL: process.env.ACADEMY_ORIGIN });
      faults.watch(elsewhere);
      const invited = await becomeLearnerQuickly(elsewhere.request);
      await open(page, `/en/teach/${course}/instructors`);
      await page.getByLabel(words("course-instructors:invite.email")).fill(invited.email);
      await page.getByRole("button", { name: words("course-instructors:invite.submit") }).click();
      await expect(page.getByText(words("course-instructors:notice.invited", { email: invited.email }))).toBeVisible();
      const pattern = /\/teach\/invitations\/([\w-]+)/;
      const token = await findInMail(context.request, { to: invited.email, pattern });
      const guest = await elsewhere.newPage();
      await open(guest, `/en/teach/invitations/${token}`);
      await expectHeading(guest, title);
      await guest.getByRole("button", { name: words("course-instructors:accept.submit") }).click();
      await expect(guest.getByText(words("course-instructors:notice.accepted"))).toBeVisible();
      await page.reload();
      await expect(page.getByRole("link", { name: invited.name })).toBeVisible();
      await elsewhere.close();
    });

    await test.step("deleted, it is not there any more, until it is put back", async () => {
      await open(page, `/en/teach/${course}/settings?section=visibility`);
      const typed = page.locator('[name="typed"]');
      await typed.fill("something else");
      const submit = page.getByRole("button", { name: words("course-settings:delete.submit") });
      await submit.click();
      await expect(page.getByText(words("course-settings:errors.notTyped"))).toBeVisible();
      await expect(typed).toHaveValue("something else");
      await typed.fill(course);
      await submit.click();
      await expect(page.getByText(words("course-settings:notice.deleted"))).toBeVisible();
      expect((await page.request.get(`/en/teach/${course}/outline`)).status()).toBe(404);
      await page.getByRole("button", { name: words("course-making:deleted.putBackOf", { title }) }).click();
      await expect(page.getByText(words("course-making:notice.putBack"))).toBeVisible();
      await expect(page.getByRole("link", { name: title })).toBeVisible();
    });
  });
});
