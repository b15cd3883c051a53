import type { Page } from "@playwright/test";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { becomeLearnerQuickly, enrolQuickly, findListed, samplePerson, signInQuickly } from "../people.ts";
import { sampleCourse } from "../sample-academy.ts";
import { type Words, wordsOf } from "../words.ts";
import { expect, open, test } from "./academy.ts";

const LETTER = "/admin/mails/enrolled";
const course = sampleCourse("jerusalem-through-the-ages");

/** Waits until a mail of a subject to an address lies in the mailbox. */
async function expectMail(page: Page, { to, subject }: { to: string; subject: string }) {
  await expect
    .poll(async () => {
      const mails = await findListed(page.request, to);
      return mails.some((mail) => mail.includes(subject));
    })
    .toBe(true);
}

const fieldOf = (page: Page, words: Words) =>
  page.getByLabel(new RegExp(`^${words("mails-admin:parts.subject")}.*enrolled\\.subject`));

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the words of a letter are changed, looked at, tried and sent in Arabic, on a phone and by keyboard, and the usual ones brought back", async ({
    page,
    words,
    browser,
    baseURL,
    faults,
  }) => {
    faults.expect(/^400 POST \/admin\/mails\/enrolled/);
    const { email } = samplePerson("admin");
    await signInQuickly(page.request, samplePerson("admin"));
    await open(page, "/admin/mails");
    const listed = page.getByRole("link", {
      name: new RegExp(words("notice-mail:enrolled.subject", { course: "" }).trim()),
    });
    await listed.first().click();
    await expect(page).toHaveURL(LETTER);
    const subject = fieldOf(page, words);
    const usual = await subject.inputValue();
    await subject.fill("أهلًا بك في {{place}}");
    await page.getByRole("button", { name: words("mails-admin:save"), exact: true }).click();
    await expect(subject).toHaveAccessibleDescription(/\{\{place\}\}/);
    await expect(subject).toHaveValue("أهلًا بك في {{place}}");
    expect(await findBarriers(page)).toEqual([]);

    await subject.fill("أهلًا بك في {{course}}");
    const preview = page.frameLocator("iframe");
    const text = page.getByLabel(/enrolled\.text/);
    await text.fill("مقعدك في «{{course}}» ينتظرك منذ الآن.");
    await pressByKeyboard(page, page.getByRole("button", { name: words("mails-admin:preview.typed") }));
    await expect(preview.getByRole("paragraph").filter({ hasText: "ينتظرك منذ الآن" })).toBeVisible();

    // A test of what is saved leaves what is not yet saved where it is.
    await pressByKeyboard(page, page.getByRole("button", { name: words("mails-admin:test") }));
    await expect(page.getByText(words("mails-admin:notice.test"))).toBeVisible();
    await expect(text).toHaveValue("مقعدك في «{{course}}» ينتظرك منذ الآن.");
    await page.getByRole("button", { name: words("mails-admin:save"), exact: true }).click();
    await expect(page.getByText(words("mails-admin:notice.saved"))).toBeVisible();
    await page.getByRole("button", { name: words("mails-admin:test") }).click();
    await expect(page.getByText(words("mails-admin:notice.test"))).toBeVisible();
    await expectMail(page, { to: email, subject: "أهلًا بك في" });

    const hers = await browser.newContext({ baseURL, locale: "ar" });
    const learner = await becomeLearnerQuickly(hers.request);
    await enrolQuickly(hers.request, course.slug);
    await expectMail(page, { to: learner.email, subject: "أهلًا بك في" });
    await hers.close();

    await page.getByRole("button", { name: words("mails-admin:toDefault") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: words("mails-admin:toDefault") })
      .click();
    await expect(page.getByText(words("mails-admin:notice.default"))).toBeVisible();
    await expect(subject).toHaveValue(usual);
  });
});

test.describe(() => {
  test.use({ locale: "en" });

  test("an earlier version of a letter in English is brought back, and the list says whose words are the academy's own", async ({
    page,
    words,
  }) => {
    await signInQuickly(page.request, samplePerson("admin"));
    await open(page, `/en${LETTER}?language=en`);
    const subject = fieldOf(page, words);
    for (const text of ["Come in: {{course}}", "Welcome to {{course}}"]) {
      await subject.fill(text);
      await page.getByRole("button", { name: words("mails-admin:save"), exact: true }).click();
      await expect(page.getByText(words("mails-admin:notice.saved"))).toBeVisible();
    }
    await page
      .getByRole("button", { name: words("mails-admin:bringBack") })
      .first()
      .click();
    await expect(page.getByText(words("mails-admin:notice.bringBack"))).toBeVisible();
    await expect(subject).toHaveValue("Come in: {{course}}");
    await open(page, "/en/admin/mails");
    await expect(page.getByText(words("mails-admin:ownWords", { language: "English" }))).toHaveCount(1);
    expect(await findBarriers(page)).toEqual([]);
    await open(page, `/en${LETTER}?language=en`);
    await page.getByRole("button", { name: words("mails-admin:toDefault") }).click();
    await tabTo(page, page.getByRole("alertdialog").getByRole("button", { name: words("mails-admin:toDefault") }));
    await page.keyboard.press("Enter");
    await expect(page.getByText(words("mails-admin:notice.default"))).toBeVisible();
    await expect(subject).toHaveValue(wordsOf("en")("notice-mail:enrolled.subject", { course: "{{course}}" }));
  });
});
