import { PDFDocument } from "@cantoo/pdf-lib";
import type { APIRequestContext } from "@playwright/test";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { verifyByLibrary } from "#tests/credentials/verify-by-library.ts";
import { hasPython, verifyByPython } from "#tests/credentials/verify-by-python.ts";
import { withAcademyDatabase } from "./academy-database.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson } from "./people.ts";

/** A4, in points, lying or standing. */
const A4 = [842, 595];

/** The serials of what the sample student holds: one that is valid, and one that was revoked. */
async function samples() {
  const held = await withAcademyDatabase((db) =>
    db.certificate.findMany({
      where: { user: { email: samplePerson("student").email } },
      select: { serial: true, revokedAt: true },
    }),
  );
  const serialOf = (revoked: boolean) =>
    writeSerial(held.find(({ revokedAt }) => (revokedAt !== null) === revoked)?.serial ?? "");
  return { valid: serialOf(false), revoked: serialOf(true) };
}

async function fetched(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.text();
}

test("a program that is none of ours accepts what the running academy serves, refuses it changed, and reads what is revoked", async ({
  request,
}) => {
  const { valid, revoked } = await samples();
  const json = await fetched(request, `/certificates/${valid}/credential.json`);
  const jwt = await fetched(request, `/certificates/${valid}/credential.jwt`);
  const revokedJson = await fetched(request, `/certificates/${revoked}/credential.json`);
  const changed = json.replace('"validFrom":"20', '"validFrom":"19');
  expect(changed).not.toBe(json);
  const { credentialStatus } = JSON.parse(json);
  const list = await fetched(request, new URL(credentialStatus.statusListCredential).pathname);
  const evidence = { did: await fetched(request, "/.well-known/did.json"), list };
  const verify = hasPython ? verifyByPython : verifyByLibrary;
  expect(await verify([json, jwt, changed, revokedJson], evidence)).toMatchObject([
    { verified: true, revoked: false },
    { verified: true, revoked: false },
    { verified: false },
    { verified: true, revoked: true },
  ]);
});

test("the page of a certificate prints on one sheet of A4, without what only a screen has", async ({ page }) => {
  const { valid } = await samples();
  await open(page, `/certificates/${valid}`);
  const printed = await PDFDocument.load(await page.pdf({ format: "A4", preferCSSPageSize: true }));
  const sheets = printed.getPages().map((sheet) => [sheet.getWidth(), sheet.getHeight()].map(Math.round));
  expect(sheets.map((sheet) => sheet.toSorted((a, b) => b - a))).toEqual([A4]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toBeHidden();
  await expect(page.getByRole("main")).toContainText(valid);
});
