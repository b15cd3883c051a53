import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { sampleDrawing } from "#tests/factories/lesson-text.ts";
import { colour, photograph } from "#tests/factories/picture.ts";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { readUpload } from "./read-upload.server.ts";

const png = () => colour(20, 10).png().toBuffer();
const refusal = async (name: string, bytes: Uint8Array) => {
  const read = await readUpload({ name, bytes }).then(
    () => ({ code: "taken", values: {} }),
    (error: { code: string; values: Record<string, unknown> }) => error,
  );
  return read.code;
};

/** A PNG whose head promises this size, with hardly a byte of it there. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1_000_000));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

const zip = Buffer.concat([
  Buffer.from("PK\u0003\u0004"),
  deflateRawSync("x"),
  Buffer.from("PK\u0005\u0006"),
  Buffer.alloc(18),
]);
const pdf = Buffer.from("%PDF-1.7\ntrailer<<>>\n%%EOF\n");
const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

test("a picture of more pixels than can be unpacked is refused by its head alone", async () => {
  const worked = startCpuClock();
  expect(await refusal("bomb.png", bomb(60_000, 60_000))).toBe("tooManyPixels");
  expect(await refusal("strip.png", bomb(40_000, 10))).toBe("tooManyPixels");
  expect(worked()).toBeLessThan(2_000);
});

test("a picture that is called another kind than it is, is refused", async () => {
  expect(await refusal("photo.jpg", await png())).toBe("otherThanNamed");
  expect(await refusal("photo.svg", await png())).toBe("otherThanNamed");
  expect(await refusal("readings.pdf", await png())).toBe("otherThanNamed");
  expect(await refusal("photo.png", pdf)).toBe("otherThanNamed");
  expect(await refusal("photo.png", Buffer.from(sampleDrawing))).toBe("otherThanNamed");
  expect(await refusal("without-ending", await png())).toBe("taken");
});

test.each([
  ["a script", "<script>alert(1)</script>"],
  ["a handler", '<rect width="9" height="9" onload="alert(1)"/>'],
  ["a page inside", '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>'],
  ["an address", '<image href="https://evil.example/a.png"/>'],
  ["a link", '<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'],
  ["a style", "<style>@import url(https://evil.example)</style>"],
  ["animation", '<set attributeName="href" to="javascript:alert(1)"/>'],
])("a drawing with %s is refused", async (_what, inside) => {
  expect(await refusal("drawing.svg", svg(inside))).toBe("drawingRefused");
});

test("a drawing with entities is refused", async () => {
  const source = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg("<text>&a;</text>").toString()}`;
  expect(["drawingRefused", "unknownKind"]).toContain(await refusal("drawing.svg", Buffer.from(source)));
});

test("what hangs behind a picture, or stands beside its pixels, is not kept", async () => {
  const script = "<script>alert(1)</script>";
  const jpeg = await photograph({ width: 30, height: 20 });
  expect(jpeg.includes("Maqdis camera")).toBe(true);
  const commented = await sharp(jpeg)
    .withExif({ IFD0: { ImageDescription: script } })
    .jpeg()
    .toBuffer();
  expect(commented.includes(script)).toBe(true);
  for (const bytes of [Buffer.concat([jpeg, zip]), Buffer.concat([jpeg, Buffer.from(script)]), commented]) {
    const { bytes: kept } = await readUpload({ name: "a.jpg", bytes });
    const text = Buffer.from(kept);
    expect(text.includes("PK\u0005\u0006") || text.includes("<script") || text.includes("Maqdis camera")).toBe(false);
  }
});

test("a file that can be read as two things is refused", async () => {
  expect(await refusal("a.pdf", Buffer.concat([pdf, zip]))).toBe("twoInOne");
  expect(await refusal("a.pdf", Buffer.concat([Buffer.from("%PDF-1.7\n<html><script>1</script>"), pdf]))).toBe(
    "twoInOne",
  );
});

test.each([
  ["page.html", "<!doctype html><script>alert(1)</script>"],
  ["page.svg", "<html><svg></svg></html>"],
  ["run.js", "alert(1)"],
  ["notes.md", "# Notes"],
  ["binary.txt", "a\u0000b"],
  ["run.exe", "MZ\u0000\u0001"],
  ["script.sh", "#!/bin/sh\nrm -rf /"],
])("the file %s is no kind that a course takes", async (name, text) => {
  expect(await refusal(name, Buffer.from(text))).toBe("unknownKind");
});

test("damaged, empty and too large files are told apart", async () => {
  const whole = await photograph({ width: 300, height: 300 });
  expect(await refusal("a.jpg", whole.subarray(0, whole.length / 2))).toBe("broken");
  expect(await refusal("a.png", Buffer.alloc(0))).toBe("empty");
  expect(await refusal("a.txt", Buffer.alloc(25 * 1024 * 1024 + 1, "a"))).toBe("tooLarge");
  expect(await refusal("a.txt", Buffer.from([0xe1, 0xe1, 0xc7]))).toBe("textNotUtf8");
});
