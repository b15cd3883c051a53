import { expect, it } from "vitest";
import { renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("shows letters as they stand", async () => {
  expect(await renderedHtml("`<b>*x*` **`y`**", { locale: "en" })).toBe(
    "<p><code>&lt;b&gt;*x*</code> <strong><code>y</code></strong></p>",
  );
  expect(rewritten("`` a`b ``\n")).toBe("``a`b``\n");
});
