import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { isZip, readZip, type ZipLimits } from "./read-zip.ts";
import { writeZip } from "./write-zip.ts";

const MB = 1024 * 1024;
const limits: ZipLimits = { entries: 50, entryBytes: 8 * MB, totalBytes: 16 * MB, ratio: 200 };
const text = (value: string) => new TextEncoder().encode(value);
const zipOf = (files: Record<string, Uint8Array>) =>
  writeZip(Object.entries(files).map(([path, bytes]) => ({ path, bytes })));

/** An archive in which a name is replaced by another of the same length, as no honest program would write it. */
async function renamed(from: string, to: string): Promise<Uint8Array> {
  const zip = Buffer.from(await zipOf({ [from]: text("x") }));
  return Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");
}

async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const worked = startCpuClock();
  const done = await work();
  expect(worked()).toBeLessThan(milliseconds);
  return done;
}

test("what is written is read back, and the same files make the same archive", async () => {
  const files = [
    { path: "imsmanifest.xml", bytes: text("<manifest/>") },
    { path: "media/باب العمود.png", bytes: new Uint8Array(randomBytes(5000)) },
  ];
  const zip = await writeZip(files);
  expect(await readZip(zip, limits)).toEqual({ ok: true, files, nested: [] });
  expect(await writeZip(files)).toEqual(zip);
  expect([isZip(zip), isZip(text("PK is how it begins"))]).toEqual([true, false]);
});

test("what programs leave in archives for themselves is passed over, and archives within are named", async () => {
  const inner = await zipOf({ "a.txt": text("a") });
  const zip = await zipOf({
    "__MACOSX/._a.xml": text("x"),
    "a/.DS_Store": text("x"),
    "inner.zip": inner,
    "picture.png": inner,
    "a.xml": text("a"),
  });
  const read = await readZip(zip, limits);
  expect(read).toEqual({
    ok: true,
    files: [{ path: "a.xml", bytes: text("a") }],
    nested: ["inner.zip", "picture.png"],
  });
});

test.each(["../x.xml", "a/../../x", "/etc/xxx", "..\\\\xx.xml", "C:/xx.xml", "./xx.xml", "xx\0xx.xm"])(
  "the path %j is refused",
  async (path) => {
    const read = await readZip(await renamed("n".repeat(path.length), path), limits);
    expect(read).toMatchObject({ ok: false, fault: "unsafePath" });
  },
);

test("a symbolic link is refused", async () => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from("/etc/passwd"), "link.xml", { mode: 0o120777 });
  zip.end();
  expect(await readZip(await buffer(zip.outputStream), limits)).toEqual({
    ok: false,
    fault: "notAFile",
    path: "link.xml",
  });
});

test("two files of one name are refused", async () => {
  const zip = Buffer.from(await zipOf({ "a.xml": text("1"), "b.xml": text("2") }));
  const twice = Buffer.from(zip.toString("latin1").replaceAll("b.xml", "a.xml"), "latin1");
  expect(await readZip(twice, limits)).toEqual({ ok: false, fault: "sameTwice", path: "a.xml" });
});

test("a bomb of zeros is refused before it is unpacked", async () => {
  const zip = await zipOf({ "bomb.xml": new Uint8Array(6 * MB) });
  expect(zip.length).toBeLessThan(10_000);
  expect(await within(500, () => readZip(zip, limits))).toEqual({ ok: false, fault: "tooDense", path: "bomb.xml" });
});

test("one large file, many that are large together, and too many are refused", async () => {
  const large = await zipOf({ "large.png": new Uint8Array(randomBytes(9 * MB)) });
  expect(await readZip(large, limits)).toMatchObject({ fault: "fileTooLarge" });
  const third = new Uint8Array(randomBytes(6 * MB));
  const together = await zipOf({ "1.png": third, "2.png": third, "3.png": third });
  expect(await readZip(together, limits)).toEqual({ ok: false, fault: "archiveTooLarge", path: "3.png" });
  const many = await writeZip(Array.from({ length: 51 }, (_, i) => ({ path: `${i}.xml`, bytes: text("x") })));
  expect(await readZip(many, limits)).toMatchObject({ fault: "tooManyFiles" });
});

test("a directory that lies about a file's size does not get more memory than it said", async () => {
  const zip = Buffer.from(await zipOf({ "lie.xml": new Uint8Array(4 * MB) }));
  const said = Buffer.alloc(4);
  said.writeUInt32LE(4 * MB);
  for (let at = zip.indexOf(said); at >= 0; at = zip.indexOf(said)) zip.writeUInt32LE(1000, at);
  expect(await within(500, () => readZip(zip, limits))).toEqual({ ok: false, fault: "damaged", path: "lie.xml" });
});

test("what is damaged is refused, wherever it is cut", async () => {
  const zip = await zipOf({ "a.xml": new Uint8Array(randomBytes(3000)) });
  for (const length of [4, 40, 1500, zip.length - 1]) {
    expect(await readZip(zip.subarray(0, length), limits)).toMatchObject({ ok: false, fault: "damaged" });
  }
  expect(await readZip(text("nothing"), limits)).toMatchObject({ fault: "notZip" });
});
