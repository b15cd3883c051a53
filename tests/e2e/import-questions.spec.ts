import { findBarriers } from "./barriers.ts";
import { expect, expectHeading, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";

const path = "/teach/jerusalem-through-the-ages/questions/import";

/** One question whole, one with a colour that is lost, one that is broken. */
const gift = (name: string) => `::${name} 1:: Who built the present walls? {=Suleiman ~Herod}

::${name} 2:: What is this {=yes

::${name} 3:: [html]<p style="color:red">Which gate?</p> {=Damascus ~Lions}
`;

test("an instructor sees what can be taken of a file, takes it, and nothing is added twice", async ({
  page,
  words,
}) => {
  await signInQuickly(page.request, samplePerson("instructor"));
  await open(page, path);
  await expectHeading(page, words("question-import:title"));
  const name = `Import ${Date.now()}`;
  const choose = async () => {
    const file = { name: "bank.gift", mimeType: "text/plain", buffer: Buffer.from(gift(name)) };
    await page.getByLabel(words("question-import:file"), { exact: true }).setInputFiles(file);
    await page.getByRole("button", { name: words("question-import:look") }).click();
  };
  const group = (key: string) => page.getByRole("region", { name: words(`question-import:found.${key}`), exact: true });
  await choose();
  await expect(group("refused")).toContainText("bank.gift:3");
  await expect(group("lossy")).toContainText(words("question-import:losses.colour"));
  await expect(group("taken")).toContainText(`${name} 1`);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole("button", { name: words("question-import:take", { count: 2 }) }).click();
  await expect(page.getByText(words("question-import:done", { count: 2 }))).toBeVisible();
  await choose();
  await expect(page.getByText(words("question-import:found.allThere"))).toBeVisible();
  await expect(group("already")).toContainText(`${name} 3`);
});
