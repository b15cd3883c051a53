import type { Page } from "@playwright/test";
import { findBarriers } from "../barriers.ts";
import { pressByKeyboard } from "../by-keyboard.ts";
import { becomeLearnerQuickly } from "../people.ts";
import type { Words } from "../words.ts";
import { expect, expectHeading, MAX_IN_FLIGHT, menuOf, open, test, WRITES_PER_MINUTE } from "./academy.ts";
import { whileCrowded } from "./crowd.ts";

const LIMIT = "1250";

/** Writes into a form of her account and leaves it unsent. */
async function typeLimit(page: Page, words: Words) {
  await open(page, "/account/video");
  const field = page.getByLabel(words("account:video.limit"));
  await field.fill(LIMIT);
  return { field, save: page.getByRole("button", { name: words("account:video.save"), exact: true }) };
}

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("who sends far too much is told when to go on, keeps what she typed, and then goes on", async ({
    page,
    words,
    faults,
    baseURL,
  }) => {
    faults.expect(/^429 POST \/account\/video/);
    await becomeLearnerQuickly(page.request);
    const { field, save } = await typeLimit(page, words);
    const choose = () =>
      page.request.post("/preferences", { form: { theme: "light" }, headers: { Origin: baseURL ?? "" } });
    const alert = page.getByRole("alert").filter({ hasText: words("error:kept.tooMany", { seconds: 1 }).slice(0, 20) });
    // What may be sent grows back meanwhile, on a slow machine by more than on a fast one.
    await expect(async () => {
      const sent = await Promise.all(Array.from({ length: WRITES_PER_MINUTE + 40 }, choose));
      await save.click();
      const refused = sent.find((answer) => answer.status() === 429);
      expect(Number(refused?.headers()["retry-after"])).toBeGreaterThan(0);
      await expect(alert).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(field).toHaveValue(LIMIT);
    expect(await findBarriers(page)).toEqual([]);
    await expect(async () => {
      await save.click();
      await expect(page.getByText(words("account:video.saved"))).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(field).toHaveValue(LIMIT);
  });

  test("while the academy is crowded a page is put off in words that say to come again, and what was typed stays", async ({
    page,
    words,
    faults,
    academy: { origin },
  }) => {
    faults.expect(/^503 (GET|POST) \/(learn|account\/video)/);
    await becomeLearnerQuickly(page.request);
    const { field, save } = await typeLimit(page, words);
    const isPutOff = (path: string, method: "GET" | "POST") => async () =>
      (await page.request.fetch(path, { method, headers: { Origin: origin } })).status() === 503;

    const crowd = { origin, people: MAX_IN_FLIGHT * 2 };
    await whileCrowded({ ...crowd, isCrowded: isPutOff("/account/notifications", "POST") }, async () => {
      await save.click();
      await expect(page.getByRole("alert").filter({ hasText: words("error:kept.away") })).toBeVisible();
      await expect(field).toHaveValue(LIMIT);
    });
    await save.click();
    await expect(page.getByText(words("account:video.saved"))).toBeVisible();

    await whileCrowded({ origin, people: MAX_IN_FLIGHT, isCrowded: isPutOff("/learn", "GET") }, async () => {
      await menuOf(page, words("ui:nav.menu")).click();
      await page
        .getByRole("banner")
        .getByRole("link", { name: words("ui:nav.learn") })
        .click();
      await expectHeading(page, words("error:away.title"));
      const answer = await page.goto("/learn");
      expect(answer?.status()).toBe(503);
      expect(Number(answer?.headers()["retry-after"])).toBeGreaterThan(0);
      await expectHeading(page, words("error:busy.title"));
      expect(await findBarriers(page)).toEqual([]);
      expect((await page.request.get("/health")).status()).toBe(200);
      expect((await fetch(`${origin}/sign-in`)).status).toBe(200);
    });
    await pressByKeyboard(page, page.getByRole("link", { name: words("error:again") }));
    await expectHeading(page, words("learn:title"));
  });
});
