import type { Page } from "@playwright/test";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { becomeLearnerQuickly, enrolQuickly, samplePerson, signInQuickly } from "../people.ts";
import { sampleCourse } from "../sample-academy.ts";
import type { Words } from "../words.ts";
import { expect, expectHeading, menuOf, open, test } from "./academy.ts";
import { findPersonId } from "./admins.ts";

const [both, other] = [sampleCourse("jerusalem-through-the-ages"), sampleCourse("reading-the-old-city")];

/** Does something about a person's account by keyboard, with its reason. */
async function act({ page, words }: { page: Page; words: Words }, intent: string, reason: string) {
  const label = words(`people:acts.${intent}.label`);
  await pressByKeyboard(page, page.locator("summary").filter({ hasText: label }));
  const part = page.getByRole("group").filter({ has: page.getByText(label, { exact: true }) });
  await tabTo(page, part.getByLabel(words("people:acts.reason")));
  await page.keyboard.type(reason);
  await pressByKeyboard(page, part.getByRole("button", { name: label }));
}

test("two accounts of one person are made one by keyboard, after what would happen was seen in words", async ({
  page,
  browser,
  baseURL,
  words,
}) => {
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ baseURL, locale: "ar" })));
  const [kept, closed] = await Promise.all(contexts.map(({ request }) => becomeLearnerQuickly(request)));
  if (!kept || !closed) throw new Error("There are no two people");
  for (const { request } of contexts) await enrolQuickly(request, both.slug);
  await enrolQuickly(contexts[1]?.request ?? page.request, other.slug);
  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, `/admin/people/${await findPersonId(kept.email)}`);
  await pressByKeyboard(page, page.getByRole("link", { name: words("people:merge.open") }));
  await expectHeading(page, words("people:merge.title"));

  const address = page.getByLabel(words("people:merge.other"));
  await address.fill("nobody@example.org");
  await page.keyboard.press("Enter");
  await expect(address).toHaveAccessibleDescription(words("people:errors.nobodyThere"));
  await address.fill(closed.email);
  await page.keyboard.press("Enter");
  const foreseen = page.locator("section").filter({ hasText: words("people:merge.wouldBe") });
  await expect(foreseen.getByText(words("people:merge.tables.Enrolment"))).toBeVisible();
  await expect(foreseen.getByRole("listitem").filter({ hasText: both.title.ar })).toBeVisible();
  await expect(foreseen).not.toContainText(/[A-Za-z]+:/);
  expect(await findBarriers(page)).toEqual([]);

  const merge = page.getByRole("button", { name: words("people:merge.submit") });
  const confirm = page.getByRole("alertdialog").getByRole("button", { name: words("people:merge.submit") });
  await pressByKeyboard(page, merge);
  const reason = page.getByLabel(words("people:acts.reason"));
  await expect(reason).toBeFocused();
  await page.keyboard.type("She signed up twice");
  await pressByKeyboard(page, merge);
  await pressByKeyboard(page, confirm);
  await expect(page.getByText(words("people:merge.done"))).toBeVisible();
  await expect(page.getByText(other.title.ar)).toBeVisible();
  await open(page, `/admin/people/${await findPersonId(closed.email)}`);
  await expect(page.getByText(words("people:states.merged"))).toBeVisible();
  const shut = await contexts[1]?.request.get("/account/profile", { maxRedirects: 0 });
  expect(shut?.headers().location).toContain("/sign-in");
  await Promise.all(contexts.map((context) => context.close()));
});

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("an admin who looks as somebody changes nothing and is told so; who is suspended is out at her next press", async ({
    page,
    browser,
    baseURL,
    words,
    faults,
  }) => {
    faults.expect(/^403 POST \/account\/profile/);
    const hers = await browser.newContext({ baseURL, locale: "ar" });
    faults.watch(hers);
    const person = await becomeLearnerQuickly(hers.request);
    const mine = await hers.newPage();
    await open(mine, "/account/profile");
    await signInQuickly(page.request, samplePerson("admin"));
    const room = `/admin/people/${await findPersonId(person.email)}`;
    await open(page, room);
    await act({ page, words }, "view", "She cannot find her course");
    const end = page.getByRole("button", { name: words("people:viewing.end") });
    await expect(end).toBeVisible();
    await open(page, "/account/profile");
    const name = page.getByLabel(words("account:profile.name"));
    await name.fill("Somebody else");
    await page.getByRole("button", { name: words("account:profile.save") }).click();
    await expect(page.getByText(words("error:viewing"))).toBeVisible();
    expect(await findBarriers(page)).toEqual([]);
    await pressByKeyboard(page, page.getByRole("main").getByRole("button", { name: words("error:viewingEnd") }));
    await expect(page).toHaveURL(room);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(person.name);

    await act({ page, words }, "suspend", "Asked for by herself");
    await pressByKeyboard(
      page,
      page.getByRole("alertdialog").getByRole("button", { name: words("people:acts.suspend.label") }),
    );
    await expect(page.getByText(words("people:done.suspend"))).toBeVisible();
    await menuOf(mine, words("ui:nav.menu")).click();
    await mine
      .getByRole("banner")
      .getByRole("link", { name: words("ui:nav.learn") })
      .click();
    await expectHeading(mine, words("account:signIn.title"));
    await expect(mine).toHaveURL(/\/sign-in\?next=%2Flearn$/);
    await mine.getByLabel(words("account:email")).fill(person.email);
    await mine.getByLabel(words("account:password"), { exact: true }).fill(person.password);
    faults.expect(/^4\d\d POST \/sign-in/);
    await mine
      .getByRole("main")
      .getByRole("button", { name: words("account:signIn.submit"), exact: true })
      .click();
    await expect(mine.getByRole("alert")).toContainText(words("account:errors.suspended"));
    await hers.close();
  });
});
