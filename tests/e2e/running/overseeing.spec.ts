import { readFile } from "node:fs/promises";
import { withAcademyDatabase } from "../academy-database.ts";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard, tabTo } from "../by-keyboard.ts";
import { findInMail, samplePerson, send, signInQuickly, stranger } from "../people.ts";
import { expect, expectHeading, open, test } from "./academy.ts";

test("the log is narrowed to an act by keyboard, one entry says what was before and after, and what is shown is taken away as CSV", async ({
  page,
  words,
}) => {
  await signInQuickly(page.request, samplePerson("admin"));
  const settings = "/admin/settings";
  await send(page.request, settings, { registration: "closed" });
  await send(page.request, settings, { registration: "open" });
  await open(page, "/admin/audit");
  const name = words("audit:act", { thing: words("audit:things.setting"), verb: words("audit:verbs.change") });
  const act = page.getByLabel(words("audit:filter.act"), { exact: true });
  await tabTo(page, act);
  await act.selectOption("setting.change");
  await page.getByLabel(words("audit:filter.search"), { exact: true }).press("Enter");
  await expect(page).toHaveURL(/action=setting\.change/);
  await expect(act).toHaveValue("setting.change");
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.filter({ hasText: name }).nth(1)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: words("audit:export.csv") }).click();
  const table = await readFile(await (await download).path(), "utf8");
  const [head = "", ...lines] = table
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
  expect(head).toContain(words("audit:csv.action"));
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line).toContain("setting.change");

  await rows.nth(1).getByRole("link").first().press("Enter");
  await expectHeading(page, name);
  const differences = page.getByRole("table");
  await expect(differences).toContainText("closed");
  await expect(differences).toContainText("open");
  expect(await findBarriers(page)).toEqual([]);
});

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("work that failed is named on the overview with what went wrong, tried again on a phone, and then done", async ({
    page,
    words,
  }) => {
    const { email } = stranger();
    const letter = (mail: string) => JSON.stringify({ mail, to: email, locale: "ar", values: {} });
    await withAcademyDatabase(
      (db) => db.$queryRaw`SELECT id::text FROM graphile_worker.add_job(
        'send-mail', payload => ${letter("no-such-letter")}::json, max_attempts => 1)`,
    );
    await signInQuickly(page.request, samplePerson("admin"));
    const failed = page.getByRole("listitem").filter({ hasText: "no-such-letter" });
    await expect(async () => {
      await open(page, "/admin");
      await expect(failed.first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(failed.getByRole("heading", { name: words("admin:jobs.kinds.send-mail") })).toBeVisible();
    await expect(page.getByText(words("overview:health.allWell"))).toHaveCount(0);
    expect(await findBarriers(page)).toEqual([]);

    await withAcademyDatabase(
      (db) => db.$executeRaw`UPDATE graphile_worker._private_jobs SET payload = ${letter("welcome")}::json
        WHERE payload::text LIKE ${`%${email}%`}`,
    );
    await pressByKeyboard(page, failed.getByRole("button", { name: words("admin:jobs.retryAll") }));
    await expect(page.getByText(words("admin:jobs.retried"))).toBeVisible();
    await findInMail(page.request, { to: email, pattern: /(<html)/ });
    await open(page, "/admin");
    await expect(failed).toHaveCount(0);
  });
});
