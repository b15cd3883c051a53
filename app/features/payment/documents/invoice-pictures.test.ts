import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { typeset } from "#app/platform/typeset/typeset.ts";
import { invoiceCases } from "#tests/factories/invoice-cases.ts";
import { invoiceOrder, renderInvoice } from "./render-invoice.server.ts";

const GOLDEN = "tests/golden/invoices";
/** Where what differs is left to be looked at. */
const DIFFERENT = "test-results/invoices";
const WIDTH = 700;
/** Pixels; one letter of a small line that breaks or moves by two pixels changes some twenty and more. */
const MOST_DIFFERENT = 12;
const renew = process.env.RENEW_PICTURES === "yes";

const looked = [
  "arabic",
  "english",
  "urdu",
  "seats-in-dinars",
  "credit-note",
  "void-credit-note",
  "proforma-arabic",
  "proforma-urdu",
];

function draw(name: string): PNG {
  const paper = invoiceCases[name];
  if (!paper) throw new Error(`There is no case ${name}`);
  const svg = new TextDecoder().decode(typeset(invoiceOrder(paper, "svg")));
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: WIDTH }, background: "#fff" }).render();
  const picture = new PNG({ width: drawn.width, height: drawn.height });
  picture.data.set(drawn.pixels.map((value) => Math.round(value / 5) * 5));
  return picture;
}

test.each(looked)("the paper «%s» looks as it did when it was last looked at, on one page", (name) => {
  const path = join(GOLDEN, `${name}.png`);
  const picture = draw(name);
  if (renew) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }));
  }
  expect(existsSync(path), `${path} is missing: npm run pictures, and look at it`).toBe(true);
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  expect([picture.width, picture.height]).toEqual([width, height]);
  const different = pixelmatch(data, picture.data, undefined, width, height, { threshold: 0.15 });
  if (different > MOST_DIFFERENT) {
    mkdirSync(DIFFERENT, { recursive: true });
    writeFileSync(join(DIFFERENT, `${name}.png`), PNG.sync.write(picture));
  }
  expect(different, `look at ${DIFFERENT}/${name}.png`).toBeLessThanOrEqual(MOST_DIFFERENT);
});

test("an invoice of many lines is a PDF of several pages, the same bytes each time", async () => {
  const paper = invoiceCases["two-pages"];
  if (!paper) throw new Error("There is no such case");
  const [first, second] = [await renderInvoice(paper), await renderInvoice(paper)];
  const text = Buffer.from(first).toString("latin1");
  expect(text.slice(0, 5)).toBe("%PDF-");
  expect(text.match(/\/Type\s*\/Page\b/g)?.length).toBe(3);
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});
