import type { Page } from "@playwright/test";
import { z } from "zod";
import { signMailEvents } from "#app/features/notification/hear-mail.server.ts";
import { withAcademyDatabase } from "../academy-database.ts";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { becomeLearnerQuickly, enrolQuickly, findInMail, findListed, samplePerson, signInQuickly } from "../people.ts";
import { sampleCourse } from "../sample-academy.ts";
import { type Words, wordsOf } from "../words.ts";
import { expect, expectHeading, MAIL_SECRET, open, test } from "./academy.ts";
import { findPersonId } from "./admins.ts";

const history = sampleCourse("jerusalem-through-the-ages");
const city = sampleCourse("reading-the-old-city");

const bell = (page: Page) => page.getByRole("banner").locator('a[aria-label][href$="/account/notifications"]');

/** How she is told of her places in courses. */
const aboutPlaces = (page: Page, words: Words) =>
  page.getByRole("group", { name: words("notices:kinds.enrolment.name"), exact: true });

async function savePreferences(page: Page, words: Words) {
  await pressByKeyboard(page, page.getByRole("button", { name: words("notices:preferences.save") }));
  await expect(page.getByText(words("notices:preferences.saved"))).toBeVisible();
}

const jobSchema = z.array(z.object({ id: z.string(), at: z.date() }));

/** The jobs of a kind that wait and name somebody. */
async function findJobs(kind: string, naming: string) {
  const rows = await withAcademyDatabase(
    (db) => db.$queryRaw`
      SELECT j.id::text AS "id", j.run_at AS "at" FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = ${kind} AND j.payload::text LIKE ${`%${naming}%`}`,
  );
  return jobSchema.parse(rows);
}

/** Lets the hour come at which a job was to run. */
async function hasten(id: string) {
  await withAcademyDatabase(
    (db) =>
      db.$queryRaw`SELECT j.id::text FROM graphile_worker.reschedule_jobs(ARRAY[${id}::bigint], run_at => now()) AS j`,
  );
}

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the bell counts what is new until it is read, on a phone in Arabic, and leads to what it tells of", async ({
    page,
    words,
  }) => {
    const person = await becomeLearnerQuickly(page.request);
    await enrolQuickly(page.request, history.slug);
    await enrolQuickly(page.request, city.slug);
    // What a session is known by is remembered for a few seconds, and with it the count: this is another one.
    await page.context().clearCookies();
    await signInQuickly(page.request, person);
    await open(page, "/learn");
    // She was welcomed too.
    await expect(bell(page)).toHaveAccessibleName(words("ui:nav.newNotices", { count: 3 }));
    await pressByKeyboard(page, bell(page));
    await expectHeading(page, words("notices:title"));
    expect(await findBarriers(page)).toEqual([]);
    const told = page.getByRole("article").filter({ hasText: city.title.ar });
    await pressByKeyboard(page, told.getByRole("button"));
    await expect(page).toHaveURL(new RegExp(`/learn/${city.slug}$`));
    await open(page, "/account/notifications?show=unread");
    await expect(page.getByRole("article")).toHaveCount(2);
    await expect(bell(page)).toHaveAccessibleName(words("ui:nav.newNotices", { count: 2 }));
    await page.getByRole("button", { name: words("notices:readAll") }).click();
    await expect(page.getByText(words("notices:readAllDone"))).toBeVisible();
    await expect(bell(page)).toHaveAccessibleName(words("ui:nav.notices"));
  });
});

test("who wants neither bell nor letter has neither, and who wants a digest has one letter at its hour", async ({
  page,
  words,
}) => {
  const { email } = await becomeLearnerQuickly(page.request);
  await open(page, "/account/notifications/preferences");
  expect(await findBarriers(page)).toEqual([]);
  const places = aboutPlaces(page, words);
  const byMail = places.getByLabel(words("notices:preferences.byMail"));
  await places.getByLabel(words("notices:preferences.shown")).uncheck();
  await byMail.selectOption("never");
  await savePreferences(page, words);
  await enrolQuickly(page.request, history.slug);
  // A letter would have been handed over with her place.
  await expect.poll(() => findJobs("send-mail", email)).toEqual([]);
  await open(page, "/account/notifications");
  await expect(page.getByRole("article").filter({ hasText: history.title.ar })).toHaveCount(0);
  expect((await findListed(page.request, email)).filter((mail) => mail.includes(history.title.ar))).toEqual([]);

  await open(page, "/account/notifications/preferences");
  await expect(byMail).toHaveValue("never");
  await byMail.selectOption("digest");
  await savePreferences(page, words);
  await enrolQuickly(page.request, city.slug);
  const [digest] = await findJobs("sendDigest", await findPersonId(email));
  expect(digest?.at.getTime()).toBeGreaterThan(Date.now());
  await hasten(digest?.id ?? "");
  const inDigest = new RegExp(`(${city.title.ar})`);
  expect(await findInMail(page.request, { to: email, pattern: inDigest })).toBe(city.title.ar);
  const inFrame = new RegExp(`(${words("notice-mail:digest.text")})`);
  expect(await findInMail(page.request, { to: email, pattern: inFrame })).not.toBe("");
});

test("a letter that may wait waits for the end of the hours that she wants quiet, which cannot be none or all", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(/^400 POST \/account\/notifications\/preferences/);
  const { email } = await becomeLearnerQuickly(page.request);
  await open(page, "/account/notifications/preferences");
  const byMail = aboutPlaces(page, words).getByLabel(words("notices:preferences.byMail"));
  await byMail.selectOption("now");
  const quiet = page.getByRole("checkbox", { name: words("notices:preferences.quiet") });
  await tabTo(page, quiet);
  await page.keyboard.press("Space");
  await page.getByLabel(words("notices:preferences.from")).selectOption("5");
  await page.getByLabel(words("notices:preferences.until")).selectOption("5");
  await pressByKeyboard(page, page.getByRole("button", { name: words("notices:preferences.save") }));
  const until = page.getByLabel(words("notices:preferences.until"));
  await expect(until).toHaveAccessibleDescription(words("notices:errors.quietHours"));
  await expect(byMail).toHaveValue("now");
  await expect(quiet).toBeChecked();
  const hour = new Date().getUTCHours();
  await page.getByLabel(words("notices:preferences.from")).selectOption(String(hour));
  await until.selectOption(String((hour + 3) % 24));
  await savePreferences(page, words);
  await enrolQuickly(page.request, history.slug);
  const [letter] = await findJobs("send-mail", `${email}%${history.slug}`);
  expect(letter?.at.getTime()).toBeGreaterThan(Date.now() + 60_000);
  await hasten(letter?.id ?? "");
  const inLetter = new RegExp(`(${history.title.ar})`);
  expect(await findInMail(page.request, { to: email, pattern: inLetter })).toBe(history.title.ar);
});

test("a mail is stopped by one press without signing in, or by the mail program, and one press takes that back", async ({
  page,
  browser,
  baseURL,
  words,
}) => {
  const hers = await browser.newContext({ baseURL, locale: "ar" });
  const { email } = await becomeLearnerQuickly(hers.request);
  await enrolQuickly(hers.request, history.slug);
  const pattern = /\/unsubscribe\/([\w.-]+\.enrolment\.[\w-]+)/;
  const token = await findInMail(page.request, { to: email, pattern });
  const herChoice = async () => {
    const mine = await hers.newPage();
    await open(mine, "/account/notifications/preferences");
    const chosen = await aboutPlaces(mine, words).getByLabel(words("notices:preferences.byMail")).inputValue();
    await mine.close();
    return chosen;
  };
  await open(page, `/unsubscribe/${token}`);
  await expectHeading(page, words("notices:unsubscribe.title"));
  expect(await findBarriers(page)).toEqual([]);
  await pressByKeyboard(page, page.getByRole("button", { name: words("notices:unsubscribe.submit") }));
  await expect(page.getByText(words("notices:unsubscribe.done"))).toBeVisible();
  expect(await herChoice()).toBe("never");
  await expect(page.getByRole("button", { name: words("notices:unsubscribe.again") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(words("notices:unsubscribe.againDone"))).toBeVisible();
  expect(await herChoice()).toBe("now");

  const program = await fetch(`${baseURL}/resources/unsubscribe/${token}`, {
    method: "POST",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  expect(program.status).toBe(200);
  expect(await herChoice()).toBe("never");
  await page.reload();
  await expectHeading(page, words("notices:unsubscribe.stopped.title"));
  await hers.close();
});

test("an address that mail came back from is shown to its owner and to admins, and each lets mail go there again", async ({
  page,
  browser,
  baseURL,
  words,
  faults,
}) => {
  faults.expect(/^400 POST \/admin\/mails\/addresses/);
  const english = wordsOf("en");
  const hers = await browser.newContext({ baseURL, locale: "en", extraHTTPHeaders: { "Accept-Language": "en" } });
  const mine = await hers.newPage();
  const { email, name } = await becomeLearnerQuickly(hers.request);
  const comeBack = async (id: string) => {
    const body = JSON.stringify({ events: [{ id: `${email} ${id}`, type: "bounce", email, status: "5.1.1" }] });
    const signature = signMailEvents(body, { secret: MAIL_SECRET, at: new Date() });
    const heard = await fetch(`${baseURL}/webhooks/mail`, {
      method: "POST",
      headers: { "Maqdis-Signature": signature },
      body,
    });
    expect(heard.status).toBe(200);
  };
  await comeBack("first");
  await open(mine, "/en/account/profile");
  await expect(mine.getByText(english("notices:bounce.title"))).toBeVisible();
  expect(await findBarriers(mine)).toEqual([]);
  await pressByKeyboard(mine, mine.getByRole("button", { name: english("notices:bounce.retry") }));
  await expect(mine.getByText(english("notices:bounce.done"))).toBeVisible();
  await expect(mine.getByText(english("notices:bounce.title"))).toHaveCount(0);

  await comeBack("second");
  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, "/admin/mails/addresses");
  const listed = page.getByRole("listitem").filter({ hasText: email });
  await expect(listed).toContainText(words("mails-admin:addresses.cause.returned"));
  await expect(listed.getByRole("link", { name })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await listed.getByText(words("mails-admin:addresses.retry")).first().click();
  const reason = listed.getByLabel(words("mails-admin:addresses.reason"));
  const go = listed.getByRole("button", { name: words("mails-admin:addresses.retry") });
  await go.click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await reason.fill("She wrote that it works again");
  await go.click();
  await expect(page.getByText(words("mails-admin:addresses.done"))).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
  await open(mine, "/en/account/profile");
  await expect(mine.getByText(english("notices:bounce.title"))).toHaveCount(0);
  await hers.close();
});
