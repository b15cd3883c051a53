import { readFile } from "node:fs/promises";
import { findBarriers } from "./barriers.ts";
import { expect, open, test } from "./journey.ts";
import { samplePerson, signInQuickly } from "./people.ts";

const course = "jerusalem-through-the-ages";
const lesson = "site-and-water";

for (const locale of ["ar", "en"] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("an instructor looks at a translation beside its source, takes it out as XLIFF and brings it in again", async ({
      page,
      words,
    }) => {
      await signInQuickly(page.request, samplePerson("instructor"));
      await open(page, `/teach/${course}/${lesson}/translation/en`);
      await expect(page.getByText(words("translation:allDone"))).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);

      await open(page, `/teach/${course}/translations`);
      expect(await findBarriers(page)).toEqual([]);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: words("translation:exchange.export") }).click();
      const path = await (await download).path();
      const xliff = await readFile(path, "utf8");
      expect(xliff).toContain('trgLang="en"');

      const file = { name: "back.xlf", mimeType: "application/xliff+xml", buffer: Buffer.from(xliff) };
      await page.getByLabel(words("translation:exchange.file")).setInputFiles(file);
      await page.getByRole("button", { name: words("translation:exchange.look") }).click();
      await expect(page.getByText(words("translation:exchange.nothing"))).toBeVisible();
    });
  });
}
