import { findBarriers } from "./barriers.ts";
import { expect, open, test } from "./journey.ts";
import { becomeLearnerQuickly, samplePerson, signInQuickly } from "./people.ts";

test("an admin finds a person, looks at the academy as she sees it and can do nothing there, and suspends her", async ({
  page,
  browser,
  baseURL,
  words,
  faults,
}) => {
  faults.expect(/^400 POST \/admin\/people/);
  const hers = await browser.newContext({ baseURL });
  const learner = await becomeLearnerQuickly(hers.request);
  await signInQuickly(page.request, samplePerson("admin"));

  await open(page, "/admin/people");
  await page.getByLabel(words("people:filter.search")).fill(learner.email.toUpperCase());
  await page.getByRole("button", { name: words("people:filter.show") }).click();
  await page.getByRole("link", { name: learner.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(learner.name);
  expect(await findBarriers(page)).toEqual([]);
  const address = page.url();
  await open(page, `${new URL(address).pathname}/merge`);
  expect(await findBarriers(page)).toEqual([]);
  await open(page, new URL(address).pathname);

  const act = async (intent: string, reason: string) => {
    const label = words(`people:acts.${intent}.label`);
    const part = page.getByRole("group").filter({ has: page.getByText(label, { exact: true }) });
    if (!(await part.getByLabel(words("people:acts.reason")).isVisible()))
      await part.getByText(label, { exact: true }).first().click();
    await part.getByLabel(words("people:acts.reason")).fill(reason);
    await part.getByRole("button", { name: label }).click();
    return part;
  };
  const refused = await act("view", "");
  await expect(refused.getByLabel(words("people:acts.reason"))).toHaveAttribute("aria-invalid", "true");
  await act("view", "She cannot find her course");
  const end = page.getByRole("button", { name: words("people:viewing.end") });
  await expect(end).toBeVisible();
  await open(page, "/account/profile");
  await expect(end).toBeVisible();
  const changed = await page.request.post("/account/profile", {
    form: { name: "Changed" },
    headers: { Origin: baseURL ?? "" },
  });
  expect(changed.status()).toBe(403);
  await end.click();
  await expect(end).toBeHidden();

  await open(page, new URL(address).pathname);
  await act("suspend", "Asked for by herself");
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("people:acts.suspend.label") })
    .click();
  await expect(page.getByText(words("people:done.suspend"))).toBeVisible();
  const shut = await hers.request.get("/account/profile", { maxRedirects: 0 });
  expect(shut.headers().location ?? "").toContain("/sign-in");
  await hers.close();

  await open(page, `/admin/audit?q=${encodeURIComponent("Asked for by herself")}`);
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByText("Asked for by herself")).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
});
