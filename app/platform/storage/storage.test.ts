import { createHash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { getObject, hasObject, putObject, storageFolder } from "./storage.server.ts";

const bytes = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/> ${Math.random()}`);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const folder = join(storageFolder, sha256.slice(0, 2));

afterAll(() => rm(join(folder, sha256), { force: true }));

test("bytes are found again by their SHA-256, also when put by several at once", async () => {
  expect(await getObject(sha256)).toBeUndefined();
  const put = () => putObject({ bytes, contentType: "image/svg+xml" });
  expect(new Set(await Promise.all([put(), put(), put()]))).toEqual(new Set([sha256]));
  expect(await getObject(sha256)).toEqual(bytes);
  expect(await hasObject(sha256)).toBe(true);
  expect((await readdir(folder)).filter((name) => name.startsWith(`${sha256}.`))).toEqual([]);
});

test("a name that is no SHA-256 is nothing, wherever it points", async () => {
  expect(await getObject("../../package.json")).toBeUndefined();
  expect(await hasObject("..")).toBe(false);
});
