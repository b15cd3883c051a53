import type { Page } from "@playwright/test";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { becomeLearnerQuickly, samplePerson, signInQuickly } from "../people.ts";
import { type Words, wordsOf } from "../words.ts";
import { expect, expectHeading, open, test } from "./academy.ts";

type Scene = { page: Page; words: Words };

/** Publishes what stands in the draft that the page shows; what follows may be a page that asks the admin herself. */
async function publish({ page, words }: Scene, summary?: string) {
  await page.getByRole("link", { name: words("policy-admin:publish.go") }).click();
  if (summary) {
    await page.getByLabel(words("policy-admin:publish.summary", { language: "English" })).fill(summary);
    await page.getByRole("checkbox", { name: words("policy-admin:publish.mustAgree") }).check();
  }
  await page.getByRole("button", { name: words("policy-admin:publish.submit") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("policy-admin:publish.submit") })
    .click();
}

/** Agrees by keyboard alone to the one thing that is asked. */
async function agreeByKeyboard({ page, words }: Scene) {
  await expectHeading(page, words("policy:ask.title"));
  await tabTo(page, page.getByRole("main").getByRole("checkbox"));
  await page.keyboard.press("Space");
  await pressByKeyboard(page, page.getByRole("button", { name: words("policy:ask.submit") }));
}

test("what must be agreed to is asked at the next page and again when it changes; each keeps her record and what each version said", async ({
  page,
  browser,
  baseURL,
  words,
  faults,
}) => {
  faults.expect(/^422 POST \/en\/account\/agreements/, /^400 POST \/admin\/policies\/terms\/publish/);
  const english = wordsOf("en");
  const hers = await browser.newContext({ baseURL, locale: "en", extraHTTPHeaders: { "Accept-Language": "en" } });
  faults.watch(hers);
  const learner = { page: await hers.newPage(), words: english };
  await becomeLearnerQuickly(hers.request);
  const admin = { page, words };
  await signInQuickly(page.request, samplePerson("admin"));

  await open(page, "/admin/policies");
  await expect(page.getByText(words("policy-admin:none.title"))).toBeVisible();
  const suggested = words("policy-admin:suggested.titles.terms");
  await page.getByRole("button", { name: words("policy-admin:suggested.take", { title: suggested }) }).click();
  await page.getByRole("checkbox", { name: words("policy-admin:rules.demanded") }).check();
  await page
    .getByRole("region", { name: words("policy-admin:rules.title") })
    .getByRole("button")
    .first()
    .click();
  await expect(page.getByText(words("policy-admin:rules.saved"))).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await publish(admin);
  await expect(page.getByText(words("policy-admin:publish.done", { number: 1 }))).toBeVisible();
  // The one who publishes it is asked too, at a press on any link.
  await page
    .getByRole("banner")
    .getByRole("link", { name: words("ui:nav.learn") })
    .click();
  await agreeByKeyboard(admin);
  await expectHeading(page, words("learn:title"));

  await open(learner.page, "/en/learn");
  await expectHeading(learner.page, english("policy:ask.title"));
  expect(await findBarriers(learner.page)).toEqual([]);
  await learner.page.getByRole("button", { name: english("policy:ask.submit") }).click();
  const box = learner.page.getByRole("main").getByRole("checkbox");
  await expect(box).toHaveAccessibleDescription(new RegExp(english("policy:errors.mustAgree").slice(0, 30)));
  await expect(box).toBeFocused();
  await box.check();
  await learner.page.getByRole("button", { name: english("policy:ask.submit") }).click();
  await expectHeading(learner.page, english("learn:title"));

  await open(page, "/admin/policies/terms?language=en");
  const text = page.getByLabel(words("policy-admin:draft.text"), { exact: true });
  const before = await text.inputValue();
  await text.fill(`${before}\n\n## Sharing\n\nQuote what you read here, and name where you read it.\n`);
  await page.getByRole("button", { name: words("policy-admin:draft.save") }).click();
  await expect(page.getByText(words("policy-admin:draft.saved"))).toBeVisible();
  await publish(admin, "A part on quoting was added.");
  await expect(page.getByText(words("policy-admin:publish.done", { number: 2 }))).toBeVisible();
  await open(page, "/admin/policies");
  await agreeByKeyboard(admin);

  await learner.page
    .getByRole("banner")
    .getByRole("link", { name: english("ui:nav.courses") })
    .click();
  await expectHeading(learner.page, english("policy:ask.title"));
  await expect(learner.page.getByText("A part on quoting was added.")).toBeVisible();
  await agreeByKeyboard(learner);
  await expect(learner.page).toHaveURL(/\/en\/courses$/);

  await open(learner.page, "/en/account/data");
  await learner.page.getByRole("link", { name: english("policy:mine.look") }).click();
  await expectHeading(learner.page, english("policy:mine.title"));
  const record = learner.page.getByRole("region", { name: english("policy:mine.record") }).getByRole("listitem");
  await expect(record).toHaveCount(2);
  expect(await findBarriers(learner.page)).toEqual([]);
  await record.last().getByRole("link").click();
  await expect(learner.page.getByText(english("policy:earlier"))).toBeVisible();
  await expect(learner.page.getByRole("article").getByText("name where you read it")).toHaveCount(0);
  await learner.page.getByRole("link", { name: english("policy:toPresent") }).click();
  await expect(learner.page.getByRole("article").getByText("name where you read it")).toBeVisible();

  // A newcomer is asked when she signs up, until it holds no more.
  const guest = await browser.newContext({ baseURL, locale: "en" });
  const newcomer = await guest.newPage();
  await open(newcomer, "/en/sign-up");
  await expect(newcomer.getByRole("group", { name: english("policy:agree.legend") })).toBeVisible();
  await open(page, "/admin/policies/terms");
  await page.getByRole("checkbox", { name: words("policy-admin:rules.withdrawn") }).check();
  await page
    .getByRole("region", { name: words("policy-admin:rules.title") })
    .getByRole("button")
    .first()
    .click();
  await expect(page.getByText(words("policy-admin:rules.saved"))).toBeVisible();
  await open(newcomer, "/en/sign-up");
  await expect(newcomer.getByRole("group", { name: english("policy:agree.legend") })).toHaveCount(0);
  await open(newcomer, "/en/policies/terms/versions/1");
  await expect(newcomer.getByText(english("policy:withdrawn"))).toBeVisible();
  await Promise.all([hers.close(), guest.close()]);
});
