import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { systemClock } from "#app/platform/clock/clock.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { copyPackageWithLecture, packagedLecture, temporaryFolder } from "#tests/factories/package.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { dumpTables } from "#tests/setup/dump-tables.ts";
import { exportAcademy } from "./export-academy.server.ts";
import { importAcademy } from "./import-academy.server.ts";

const database = openTestDatabase();
const { lessonId, videoId, courseFile, folder } = packagedLecture;
const context = () => ({ db: database.db, clock: systemClock });
const importFrom = (root: string, options: { overwrite?: boolean } = {}) =>
  importAcademy(context(), { root, ...options });

const findLecture = () =>
  database.db.lecture.findUniqueOrThrow({
    where: { lessonId },
    include: { captions: { orderBy: { locale: "asc" } }, video: { include: { renditions: true } } },
  });

const clear = () =>
  database.connections.query('truncate "Course", "Subject", "Instructor", "Programme", "Setting" cascade');

beforeEach(clear);

test("a lecture comes in with its video, ready, its captions, chapters and slides", async () => {
  const copy = await copyPackageWithLecture();
  expect((await importFrom(copy.root)).courses[0]).toMatchObject({ outcome: "created", release: 1 });
  const { video, captions, ...lecture } = await findLecture();
  expect(lecture).toMatchObject({ lengthSeconds: 60, chapters: [{ at: 0 }, { at: 30, titles: { en: "Second" } }] });
  expect(lecture.slides).toMatchObject([{ at: 0 }, { at: 20 }, { at: 40, contentType: "image/png" }]);
  expect(captions.map(({ locale }) => locale)).toEqual(["ar", "en"]);
  expect(video).toMatchObject({ provider: "local", state: "ready", durationMs: 60_000, width: 320, height: 180 });
  expect(await getObject(video?.posterSha256 ?? "")).toBeDefined();
  const renditions = video?.renditions.toSorted((a, b) => (a.name < b.name ? -1 : 1)) ?? [];
  expect(renditions).toMatchObject([
    { name: "360p", contentType: "video/mp4", height: 180 },
    { name: "audio", contentType: "audio/mp4", height: null },
  ]);
  for (const { storageKey, bytes, bitsPerSecond } of renditions) {
    expect((await largeFiles().find(storageKey))?.bytes).toBe(Number(bytes));
    expect(bitsPerSecond).toBe(Math.round((Number(bytes) * 8) / 60));
  }
});

test("a second import of a lecture changes no row", async () => {
  const copy = await copyPackageWithLecture();
  await importFrom(copy.root);
  const before = await dumpTables(database.connections);
  expect((await importFrom(copy.root)).changed).toBe(false);
  expect(await dumpTables(database.connections)).toEqual(before);
});

async function readTree(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map(async (file) => [file, (await readFile(file)).toString("latin1")]));
  return Object.fromEntries(contents.map(([file = "", content]) => [file.slice(root.length + 1), content]).toSorted());
}

test("a lecture comes out as it went in, and makes the same academy elsewhere", async () => {
  const copy = await copyPackageWithLecture();
  await importFrom(copy.root);
  const [first, second] = [await temporaryFolder(), await temporaryFolder()];
  await exportAcademy(context(), { root: first });
  const [exported, given] = [await readTree(first), await readTree(copy.root)];
  expect(Object.keys(exported)).toEqual(Object.keys(given));
  for (const [file, content] of Object.entries(given)) {
    if (!file.endsWith(".yaml")) expect(exported[file] === content, file).toBe(true);
  }
  expect((await importFrom(first)).changed).toBe(false);
  await clear();
  await importFrom(first);
  await exportAcademy(context(), { root: second });
  expect(await readTree(second)).toEqual(exported);
  expect((await importFrom(copy.root)).changed).toBe(false);
});

test("captions that changed are taken in, the video stays; those edited in the academy are kept until asked", async () => {
  const copy = await copyPackageWithLecture();
  await importFrom(copy.root);
  const before = await findLecture();
  await copy.edit(`${folder}/captions/minute.en.vtt`, "Here they are.", "Here they go.");
  expect((await importFrom(copy.root)).courses[0]).toMatchObject({ outcome: "updated" });
  const after = await findLecture();
  expect(after.captions[1]?.vtt).toContain("Here they go.");
  expect(after.video).toEqual(before.video);
  await database.db.lectureCaptions.update({
    where: { lessonId_locale: { lessonId, locale: "en" } },
    data: { vtt: "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nMine\n" },
  });
  await expect(importFrom(copy.root)).rejects.toMatchObject({
    problems: [{ file: courseFile, reason: expect.stringMatching(/edited in the academy/) }],
  });
  await importFrom(copy.root, { overwrite: true });
  expect((await findLecture()).captions[1]?.vtt).toContain("Here they go.");
});

test("another video under the same id is refused, and taken in under an id of its own", async () => {
  const copy = await copyPackageWithLecture();
  await importFrom(copy.root);
  const video = await readFile(copy.path(`${folder}/videos/minute.360p.mp4`));
  await copy.write(`${folder}/videos/minute.360p.mp4`, Buffer.concat([video, Buffer.from("0000000Cfree", "latin1")]));
  await expect(importFrom(copy.root)).rejects.toMatchObject({
    problems: [{ file: courseFile, line: expect.any(Number), reason: expect.stringMatching(/needs an id of its own/) }],
  });
  const other = videoId.replace("0050", "0051");
  await copy.edit(courseFile, `video: ${videoId}`, `video: ${other}`);
  await copy.edit(courseFile, `- id: ${videoId}`, `- id: ${other}`);
  await importFrom(copy.root);
  expect((await findLecture()).videoId).toBe(other);
  expect(await database.db.video.count({ where: { id: videoId } })).toBe(1);
});

test("a video that was uploaded leaves with its files and changes nothing when it comes back", async () => {
  const copy = await copyPackageWithLecture();
  await importFrom(copy.root);
  await database.db.video.update({ where: { id: videoId }, data: { packagedSha256: null } });
  await database.db.videoRendition.update({
    where: { videoId_name: { videoId, name: "360p" } },
    data: { playlist: "#EXTM3U\n{file}\n" },
  });
  const root = await temporaryFolder();
  await exportAcademy(context(), { root });
  expect(await readFile(join(root, folder, "videos/minute.360p.m3u8"), "utf8")).toBe("#EXTM3U\n{file}\n");
  expect((await importFrom(root)).changed).toBe(false);
  await clear();
  await importFrom(root);
  const { video } = await findLecture();
  expect(video?.renditions.map(({ playlist }) => playlist)).toContain("#EXTM3U\n{file}\n");
});

test("a video at Mux leaves as its facts, which say that its files are not in the package", async () => {
  const copy = await copyPackageWithLecture();
  await importFrom(copy.root);
  await database.db.videoRendition.update({
    where: { videoId_name: { videoId, name: "360p" } },
    data: { storageKey: "360p.mp4" },
  });
  await database.db.videoRendition.delete({ where: { videoId_name: { videoId, name: "audio" } } });
  await database.db.video.update({
    where: { id: videoId },
    data: { provider: "mux", muxAssetId: "asset1", muxPlaybackId: "playback1", packagedSha256: null },
  });
  const root = await temporaryFolder();
  const report = await exportAcademy(context(), { root });
  expect(report.courses).toMatchObject([{ videosAtMux: ["minute.mp4"] }, { videosAtMux: [] }]);
  expect(await readdir(join(root, folder, "videos"))).toEqual(["minute.poster.png"]);
  expect((await importFrom(root)).changed).toBe(false);
  const before = await findLecture();
  await clear();
  await importFrom(root);
  const after = await findLecture();
  expect(after.video?.renditions).toEqual(before.video?.renditions);
  expect(after.video).toMatchObject({ provider: "mux", state: "ready", muxAssetId: "asset1", durationMs: 60_000 });
});

test("the share of a lecture that must be played comes in and goes out", async () => {
  const copy = await copyPackageWithLecture();
  await copy.edit(courseFile, "completion: acknowledge", "completion: acknowledge\nwatchThreshold: 75");
  await importFrom(copy.root);
  expect(await database.db.course.findFirst({ where: { slug: "first-steps" } })).toMatchObject({ watchThreshold: 75 });
  const root = await temporaryFolder();
  await exportAcademy(context(), { root });
  expect(await readFile(join(root, courseFile), "utf8")).toContain("watchThreshold: 75");
  await copy.edit(courseFile, "watchThreshold: 75", "watchThreshold: 0");
  await expect(importFrom(copy.root)).rejects.toMatchObject({ problems: [{ line: 14 }] });
});
