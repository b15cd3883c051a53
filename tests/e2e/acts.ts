import type { Page } from "@playwright/test";
import { formatPercent } from "#app/platform/i18n/format.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { expect, expectHeading } from "./journey.ts";
import type { Credentials, Person } from "./people.ts";
import { formatsOf, type Words } from "./words.ts";

/** What the acts of a journey are given: where they happen and what the screens say there. */
export type Scene = { page: Page; words: Words };

/** Fills in the form that creates an account and sends it. */
export async function fillSignUp({ page, words }: Scene, person: Person) {
  await page.getByLabel(words("account:signUp.name")).fill(person.name);
  await page.getByLabel(words("account:email")).fill(person.email);
  await page.getByLabel(words("account:password"), { exact: true }).fill(person.password);
  await page
    .getByRole("main")
    .getByRole("button", { name: words("account:signUp.submit") })
    .click();
}

/** Fills in the sign-in form and sends it. */
export async function fillSignIn({ page, words }: Scene, { email, password }: Credentials) {
  await page.getByLabel(words("account:email")).fill(email);
  await page.getByLabel(words("account:password"), { exact: true }).fill(password);
  await page
    .getByRole("main")
    .getByRole("button", { name: words("account:signIn.submit"), exact: true })
    .click();
}

/** Finds the newest mail of a subject to an address in the mailbox, and follows the link in it. */
export async function followMail({ page, words }: Scene, { to, subject }: { to: string; subject: string }) {
  const mail = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: to })
    .getByRole("link", { name: subject });
  // Mails are sent in the background, soon after the page that promises them.
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expectHeading(page, words("account:mailbox.title"));
    await expect(mail.first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await mail.first().click();
  await expectHeading(page, subject);
  await page.getByRole("main").getByRole("link", { name: /^http/ }).first().click();
}

/** How far the learner is, as the head of the player says it. */
export async function expectProgress({ page }: Scene, { language, share }: { language: Locale; share: number }) {
  const percent = formatPercent(share, formatsOf(language));
  await expect(page.getByRole("banner").getByText(percent, { exact: true })).toBeVisible();
}

/** What the end of the lesson says of it. */
export function endOfLesson({ page, words }: Scene) {
  const end = page.getByRole("region", { name: words("progress:complete.section") });
  return {
    section: end,
    finish: end.getByRole("button", { name: words("progress:complete.button") }),
    done: end.getByText(words("progress:complete.done")),
    onDevice: end.getByText(words("progress:complete.onDevice")),
  };
}
