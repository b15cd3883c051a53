import type { APIRequestContext, Page } from "@playwright/test";
import { z } from "zod";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson } from "./people.ts";

// The first to ask waits until what the sample student holds is signed and set.
test.describe.configure({ timeout: 120_000 });

type Sample = { valid: string; revoked: string };

/** The serials, in groups, of what the sample student holds; they are signed soon after the academy opened. */
async function findSamples(): Promise<Sample> {
  const where = { user: { email: samplePerson("student").email }, signedAt: { not: null } };
  const find = () => withAcademyDatabase((db) => db.certificate.findMany({ where }));
  await expect.poll(async () => (await find()).length, { timeout: 30_000 }).toBeGreaterThan(1);
  const serialOf = async (revoked: boolean) =>
    writeSerial((await find()).find(({ revokedAt }) => (revokedAt !== null) === revoked)?.serial ?? "");
  return { valid: await serialOf(false), revoked: await serialOf(true) };
}

const subjectSchema = z.object({
  credentialSubject: z.object({ identifier: z.array(z.object({ identityHash: z.string() })) }),
});

const signatureOf = (page: Page) => page.locator("[data-signature]");
const verdictOf = (page: Page) => page.locator("[data-verdict]");

async function fetchFile(request: APIRequestContext, path: string): Promise<Buffer> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.body();
}

async function give(page: Page, name: string, buffer: Buffer) {
  await page.setInputFiles("input[type=file]", { name, mimeType: "application/octet-stream", buffer });
}

/** Everything that leaves the browser with something in it. */
function watchUploads(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postDataBuffer() !== null) sent.push(request.url());
  });
  return sent;
}

test("a typed number leads to the certificate, a mistyped one is told what is wrong before it is asked for", async ({
  page,
  words,
}) => {
  const { valid, revoked } = await findSamples();
  await open(page, "/verify");
  const field = page.getByLabel(words("verify:serial.label"));
  const submit = page.getByRole("button", { name: words("verify:serial.submit") });
  await field.fill(`${valid.slice(0, -1)}${valid.endsWith("A") ? "B" : "A"}`);
  await submit.click();
  await expect(page.getByText(words("verify:serial.problems.check"))).toBeVisible();
  await expect(field).toBeFocused();
  expect(new URL(page.url()).pathname).toBe("/verify");

  await field.fill(valid.toLowerCase().replaceAll("-", " "));
  await submit.click();
  await expect(page).toHaveURL(new RegExp(`/certificates/${valid}$`));
  await expect(page.locator("[data-status=valid]")).toBeVisible();
  await expect(signatureOf(page)).toHaveAttribute("data-signature", "fits");
  expect(await findBarriers(page)).toEqual([]);

  await open(page, `/certificates/${revoked}`);
  await expect(page.locator("[data-status=revoked]")).toBeVisible();
  await expect(signatureOf(page)).toHaveAttribute("data-signature", "fits");
});

test("a file is checked on a dead line after the first visit, and is sent nowhere", async ({ page, words, faults }) => {
  faults.expect(/^net::ERR_INTERNET_DISCONNECTED GET /, /^console: .*preload/);
  const { valid } = await findSamples();
  const pdf = await fetchFile(page.request, `/certificates/${valid}.pdf`);
  const credential = await fetchFile(page.request, `/certificates/${valid}/credential.json`);
  const uploads = watchUploads(page);

  await open(page, "/verify");
  await give(page, "certificate.pdf", pdf);
  await expect(verdictOf(page)).toHaveAttribute("data-verdict", "valid");
  await expect(page.locator("[data-check=file]")).toHaveAttribute("data-state", "ok");
  expect(await findBarriers(page)).toEqual([]);

  await expect(page.locator("[data-offline=ready]")).toBeVisible();
  await page.context().setOffline(true);
  await open(page, "/verify");
  await expectHeading(page, words("verify:title"));
  await give(page, "certificate.pdf", pdf);
  await expect(verdictOf(page)).toHaveAttribute("data-verdict", "part");
  await expect(page.locator("[data-check=file]")).toHaveAttribute("data-state", "unknown");

  const { identifier } = subjectSchema.parse(JSON.parse(credential.toString())).credentialSubject;
  for (const { identityHash } of identifier) await expect(page.getByText(identityHash, { exact: true })).toBeVisible();
  const changed = credential.toString().replace(identifier[0]?.identityHash ?? "", "Somebody Else");
  await give(page, "changed.json", Buffer.from(changed));
  await expect(verdictOf(page)).toHaveAttribute("data-verdict", "altered");
  await page.context().setOffline(false);
  expect(uploads).toEqual([]);
});

test("the page that checks certificates leaves every other page as it is", async ({ page, words }) => {
  await open(page, "/verify");
  await expect(page.locator("[data-offline=ready]")).toBeVisible();
  const answer = await open(page, "/verify-email?token=spent");
  expect(answer?.fromServiceWorker()).toBe(false);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(words("verify:title"));
  expect((await open(page, "/courses"))?.fromServiceWorker()).toBe(false);
});
