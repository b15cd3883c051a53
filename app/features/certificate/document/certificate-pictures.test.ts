import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { typeset } from "#app/platform/typeset/typeset.ts";
import { certificateCases, orderOf } from "#tests/factories/certificate-cases.ts";
import { certificateOrder } from "./certificate-order.ts";

const GOLDEN = "tests/golden/certificates";
/** Where what differs is left to be looked at. */
const DIFFERENT = "test-results/certificates";
const WIDTH = 840;
/** Pixels; one letter of a small line that breaks or moves by two pixels changes some twenty and more. */
const MOST_DIFFERENT = 12;

const renew = process.env.RENEW_PICTURES === "yes";

function draw(name: string): PNG {
  const { document, images } = orderOf(certificateCases[name] ?? { form: "ar-en" });
  const svg = new TextDecoder().decode(typeset(certificateOrder({ document, images, to: "svg" })));
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: WIDTH }, background: "#fff" }).render();
  const picture = new PNG({ width: drawn.width, height: drawn.height });
  // Fifty shades of each colour are enough to see with, and make small files.
  picture.data.set(drawn.pixels.map((value) => Math.round(value / 5) * 5));
  return picture;
}

test.each(Object.keys(certificateCases))("the page «%s» looks as it did when it was last looked at", (name) => {
  const path = join(GOLDEN, `${name}.png`);
  const picture = draw(name);
  if (renew) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 }));
  }
  expect(existsSync(path), `${path} is missing: npm run pictures, and look at it`).toBe(true);
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  expect([picture.width, picture.height]).toEqual([width, height]);
  const difference = new PNG({ width, height });
  const different = pixelmatch(data, picture.data, difference.data, width, height, { threshold: 0.15 });
  if (different > MOST_DIFFERENT) {
    mkdirSync(DIFFERENT, { recursive: true });
    writeFileSync(join(DIFFERENT, `${name}.png`), PNG.sync.write(picture));
    writeFileSync(join(DIFFERENT, `${name}-difference.png`), PNG.sync.write(difference));
  }
  expect(different, `look at ${DIFFERENT}/${name}.png`).toBeLessThanOrEqual(MOST_DIFFERENT);
});

test("a line that moves by two pixels is found", () => {
  const picture = draw("english");
  const moved = new PNG({ width: picture.width, height: picture.height });
  moved.data.set(picture.data);
  const { width, height } = picture;
  // The smallest line of the page: the address under the code.
  const [x, y] = [Math.round(width * 0.73), Math.round(height * 0.87)];
  PNG.bitblt(picture, moved, x, y, Math.round(width * 0.2), 14, x, y + 2);
  expect(pixelmatch(picture.data, moved.data, undefined, width, height, { threshold: 0.15 })).toBeGreaterThan(
    MOST_DIFFERENT,
  );
});
