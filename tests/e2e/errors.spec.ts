import { localeNames, locales } from "#app/platform/i18n/locales.ts";
import { fillSignIn } from "./acts.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { stranger } from "./people.ts";
import { wordsOf } from "./words.ts";

/** More than the academy lets anybody try for one address. */
const TOO_MANY = 11;

for (const locale of locales) {
  const words = wordsOf(locale);

  test(`a page that is not there leads on in ${localeNames[locale]}`, async ({ page, faults }) => {
    faults.expect(/^404 GET .*nowhere/);
    await page.goto(`/${locale}/nowhere`);
    await expectHeading(page, words("error:notFound.title"));
    await expect(page.getByText(words("error:notFound.text"))).toBeVisible();
    await page
      .getByRole("main")
      .getByRole("link", { name: words("error:toCourses") })
      .click();
    await expect(page).toHaveURL(`/${locale}/courses`);
    await expectHeading(page, words("course:catalogue.title"));
    await page.goBack();
    await page
      .getByRole("main")
      .getByRole("link", { name: words("error:toHome") })
      .click();
    await expect(page).toHaveURL(`/${locale}`);
    await expectHeading(page, words("home:title"));
  });

  test(`what another site sends is refused, and leads on in ${localeNames[locale]}`, async ({
    page,
    baseURL,
    faults,
  }) => {
    faults.expect(/^403 POST .*sign-out/);
    await page.setContent(
      `<form method="post" action="${baseURL}/${locale}/sign-out"><button>Free gold</button></form>`,
    );
    await page.getByRole("button").click();
    await expectHeading(page, words("error:foreign.title"));
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole("link", { name: words("error:toHome") }).click();
    await expectHeading(page, words("home:title"));
  });
}

test("who has tried too often is told how long to wait, in every language", async ({ page, request, faults }) => {
  faults.expect(/^429 POST .*sign-in/);
  const person = stranger();
  for (let tries = 0; tries < TOO_MANY; tries += 1) await request.post("/sign-in", { form: person });
  for (const locale of locales) {
    const words = wordsOf(locale);
    await page.goto(`/${locale}/sign-in`);
    await fillSignIn({ page, words }, person);
    const alert = page.getByRole("main").getByRole("alert");
    await expect(alert).toHaveText(words("error:tooMany.text", { seconds: 15 * 60 }));
    await expect(page.getByLabel(words("account:email"))).toHaveValue(person.email);
  }
});

test("who loses the line between two pages is told so, and goes on once it is back", async ({
  page,
  words,
  faults,
}) => {
  faults.expect(/^net::ERR_INTERNET_DISCONNECTED GET/, /^console: .*Failed to fetch/);
  await open(page, "/courses");
  const [courses, home] = [words("ui:nav.courses"), words("ui:nav.home")].map((name) =>
    page.getByRole("banner").getByRole("link", { name, exact: true }),
  );
  await home?.click();
  await expectHeading(page, words("home:title"));
  await page.context().setOffline(true);
  await courses?.click();
  await expectHeading(page, words("error:offline.title"));
  await page.context().setOffline(false);
  await page.getByRole("link", { name: words("error:again") }).click();
  await expectHeading(page, words("course:catalogue.title"));
});
