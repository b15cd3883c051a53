import type { Page } from "@playwright/test";
import { withAcademyDatabase } from "../academy-database.ts";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { findInMail, samplePerson, signInQuickly, stranger } from "../people.ts";
import { sampleCourse } from "../sample-academy.ts";
import { type Words, wordsOf } from "../words.ts";
import { expect, expectHeading, open, test } from "./academy.ts";

const course = sampleCourse("reading-the-old-city");

type Scene = { page: Page; words: Words };

const csvOf = (lines: string[]) => ({
  name: "people.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(lines.join("\n")),
});

/** Says what a list would do, by the file it stands in. */
async function look({ page, words }: Scene, lines: string[]) {
  await open(page, "/admin/invitations/new");
  await page.getByLabel(words("people:invite.file")).setInputFiles(csvOf(lines));
  await page.getByRole("button", { name: words("people:invite.look") }).click();
}

const tokenIn = (page: Page, to: string) =>
  findInMail(page.request, { to, pattern: /(?:\/invitations\/|invitation=)([\w-]{20,})/ });

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a list of people is looked at line by line and sent on a phone; who accepts has an account and her place in the course, once", async ({
    page,
    words,
    browser,
    baseURL,
    faults,
  }) => {
    faults.expect(/^4\d\d POST \/admin\/invitations\/new/, /^4\d\d POST \/en\/invitations\//);
    const [first, second] = [stranger(), stranger()];
    await signInQuickly(page.request, samplePerson("admin"));
    await open(page, "/admin/invitations/new");
    const file = page.getByLabel(words("people:invite.file"));
    await file.setInputFiles({ name: "photo.csv", mimeType: "text/csv", buffer: Buffer.from([137, 80, 78, 71, 0, 1]) });
    await page.getByRole("button", { name: words("people:invite.look") }).click();
    await expect(page.getByText(words("people:errors.notText"))).toBeVisible();

    await look({ page, words }, [
      "name,email",
      `${first.name},${first.email}`,
      "Somebody,not an address",
      `${second.name},${second.email}`,
      `Again,${first.email}`,
      `Idris,${samplePerson("admin").email}`,
    ]);
    const report = page.getByRole("region", { name: words("people:look.title") });
    await expect(report.getByText(words("people:look.ok", { count: 2 }))).toBeVisible();
    const lines = report.getByRole("listitem");
    for (const [said, standing] of [
      ["not an address", "badAddress"],
      [first.email, "repeated"],
      [samplePerson("admin").email, "hasAccount"],
    ] as const)
      await expect(
        lines.filter({ hasText: said }).filter({ hasText: words(`people:look.standing.${standing}`) }),
      ).toHaveCount(1);
    expect(await findBarriers(page)).toEqual([]);

    await page.getByLabel(words("people:invite.language")).selectOption("en");
    await page.getByLabel(words("people:invite.language")).focus();
    await tabTo(page, page.getByRole("checkbox", { name: course.title.ar }));
    await page.keyboard.press("Space");
    const send = page.getByRole("button", { name: words("people:invite.send") });
    await pressByKeyboard(page, send);
    await expect(page.getByText(words("form:required"))).toBeVisible();
    const reason = page.getByLabel(words("people:acts.reason"));
    await expect(reason).toBeFocused();
    await page.keyboard.type("The autumn class");
    await pressByKeyboard(page, send);
    const done = words("people:invitations.done.placed", { invited: 2, places: 1, full: 0 });
    await expect(page.getByText(done)).toBeVisible();
    const listed = page.getByRole("listitem").filter({ hasText: first.email });
    await expect(listed).toContainText(words("people:invitations.states.waiting"));
    expect(await findBarriers(page)).toEqual([]);

    const english = wordsOf("en");
    const hers = await browser.newContext({ baseURL, locale: "en", extraHTTPHeaders: { "Accept-Language": "en" } });
    faults.watch(hers);
    const newcomer = await hers.newPage();
    const token = await tokenIn(page, first.email);
    await open(newcomer, `/en/invitations/${token}`);
    await expectHeading(newcomer, english("account:invitation.title"));
    await expect(newcomer.getByText(course.title.en)).toBeVisible();
    await expect(newcomer.getByLabel(english("account:signUp.name"))).toHaveValue(first.name);
    expect(await findBarriers(newcomer)).toEqual([]);
    await newcomer.getByLabel(english("account:password"), { exact: true }).fill(first.password);
    await newcomer
      .getByRole("main")
      .getByRole("button", { name: english("account:signUp.submit") })
      .click();
    await expectHeading(newcomer, english("learn:title"));
    await expect(newcomer.getByRole("link", { name: course.title.en }).first()).toBeVisible();

    const other = await browser.newContext({ baseURL, locale: "en", extraHTTPHeaders: { "Accept-Language": "en" } });
    const late = await other.newPage();
    const spent = english("account:invitation.spent.title");
    await open(late, `/en/invitations/${token}`);
    await expect(late.getByText(spent)).toBeVisible();

    const hersToo = await tokenIn(page, second.email);
    await withAcademyDatabase((db) =>
      db.invitation.updateMany({ where: { email: second.email }, data: { expiresAt: new Date("2026-01-01") } }),
    );
    await open(late, `/en/invitations/${hersToo}`);
    await expect(late.getByText(spent)).toBeVisible();
    await open(page, `/admin/invitations?q=${second.email}`);
    await expect(page.getByRole("listitem").filter({ hasText: second.email })).toContainText(
      words("people:invitations.states.expired"),
    );
    await page.getByRole("button", { name: words("people:invitations.withdraw") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: words("people:invitations.withdraw") })
      .click();
    await expect(page.getByText(words("people:invitations.done.withdraw"))).toBeVisible();
    await Promise.all([hers.close(), other.close()]);
  });
});
