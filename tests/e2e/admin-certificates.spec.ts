import { randomUUID } from "node:crypto";
import { withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";

/** Somebody who asks for the certificate of a sample course. */
async function askForCertificate() {
  const name = `Salma ${randomUUID().slice(0, 8)}`;
  await withAcademyDatabase(async (db) => {
    const course = await db.course.findUniqueOrThrow({ where: { slug: "sources-and-documents" } });
    const email = `${name.replace(" ", ".").toLowerCase()}@example.org`;
    const person = await db.user.create({ data: { name, email, emailVerified: true, fullNameLatin: "Salma Haddad" } });
    await db.certificateRequest.create({ data: { kind: "award", userId: person.id, courseId: course.id } });
  });
  return name;
}

test("an admin approves a request, revokes the certificate, which its page says, and reinstates it", async ({
  page,
  words,
}) => {
  const name = await askForCertificate();
  await signInQuickly(page.request, samplePerson("admin"));
  await open(page, "/admin/certificates/requests");
  await page.getByRole("checkbox", { name: words("certificate-admin:requests.choose", { name }) }).check();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel(words("certificate-admin:acts.reason")).fill("Her oral examination was passed.");
  await page.getByRole("button", { name: words("certificate-admin:requests.approve"), exact: true }).click();
  const told = page.getByRole("region", { name: words("certificate-admin:outcomes.done", { count: 1 }) });
  await expect(told).toBeFocused();
  const serial = await told.getByRole("link").innerText();

  await open(page, `/admin/certificates?q=${serial}`);
  await page
    .getByRole("checkbox", { name: words("certificate-admin:register.choose", { name: "Salma Haddad" }) })
    .check();
  const revoke = page.getByRole("button", { name: words("certificate-admin:acts.revoke.label"), exact: true });
  await page.getByLabel(words("certificate-admin:acts.reason")).fill("The examination was another’s.");
  await revoke.click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: words("certificate-admin:acts.revoke.label") })
    .click();
  await expect(
    page.getByRole("region", { name: words("certificate-admin:outcomes.done", { count: 1 }) }),
  ).toBeFocused();
  await open(page, `/certificates/${serial}`);
  await expect(page.getByText(words("verify:status.revoked.title"))).toBeVisible();

  await open(page, `/admin/certificates/record/${serial}`);
  await expectHeading(page, "Salma Haddad");
  await expect(page.getByText("The examination was another’s.").first()).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByLabel(words("certificate-admin:acts.reason")).first().fill("It was hers after all.");
  const reinstate = words("certificate-admin:acts.reinstate.label");
  await page.getByRole("button", { name: reinstate, exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: reinstate }).click();
  await expect(page.getByText(words("certificate-admin:record.told.reinstate"))).toBeVisible();
  await open(page, `/certificates/${serial}`);
  await expect(page.getByText(words("verify:status.valid.title"))).toBeVisible();
});
