import { expect, test } from "vitest";
import { copyPackageWithLecture, packagedLecture } from "#tests/factories/package.ts";
import { PackageRefused, sayProblem } from "./package-problem.ts";
import { readPackage } from "./read-package.server.ts";

type Copy = Awaited<ReturnType<typeof copyPackageWithLecture>>;

const nothing = { courses: new Map(), instructors: new Map(), subjects: new Set<string>() };
const { courseFile, folder, videoId } = packagedLecture;
const VIDEO = `${folder}/videos/minute.360p.mp4`;
const CAPTIONS = `${folder}/captions/minute.en.vtt`;

async function problemsOf({ root }: Copy): Promise<string[]> {
  try {
    await readPackage({ root, known: nothing });
    return [];
  } catch (error) {
    if (error instanceof PackageRefused) return error.problems.map(sayProblem);
    throw error;
  }
}

test("a right package with a lecture has no problems", async () => {
  expect(await problemsOf(await copyPackageWithLecture())).toEqual([]);
});

/** What is broken, how, and the one thing that is then said. */
const broken: [what: string, break_: (copy: Copy) => Promise<unknown>, said: RegExp][] = [
  [
    "a lecture without its facts",
    (c) => c.edit(courseFile, "kind: text, minutes: 4", "kind: lecture, minutes: 4"),
    /course\.yaml:36: .*lecture/,
  ],
  [
    "a video that is not there",
    (c) => c.edit(courseFile, `video: ${videoId}`, `video: ${videoId.replace("50", "59")}`),
    /course\.yaml:44: there is no video/,
  ],
  [
    "a video that nobody shows",
    (c) => c.edit(courseFile, `- id: ${videoId}`, `- id: ${videoId.replace("50", "59")}`),
    /course\.yaml:53: no lecture shows/,
  ],
  ["a video's file that is not there", (c) => c.remove(VIDEO), /minute\.360p\.mp4: is missing/],
  ["a video's file that is none", (c) => c.write(VIDEO, "<html>"), /minute\.360p\.mp4: holds no video/],
  [
    "a playlist for a video",
    (c) => c.write(VIDEO, "#EXTM3U\n#EXT-X-TARGETDURATION:60\n#EXTINF:60,\n/etc/hosts\n"),
    /minute\.360p\.mp4: holds no video/,
  ],
  [
    "a length that is not the video's",
    (c) => c.edit(courseFile, `video: ${videoId}`, `video: ${videoId}\n          length: 90`),
    /course\.yaml:45: 90 is not the length/,
  ],
  [
    "a duration that is not the file's",
    (c) => c.edit(courseFile, "fileName: minute.mp4", "fileName: minute.mp4\n    durationMs: 90000"),
    /course\.yaml:\d+: lasts 60 s, and the video 90 s/,
  ],
  [
    "two files of one quality",
    (c) => c.edit(courseFile, "quality: audio", "quality: 360p"),
    /course\.yaml:\d+: videos\[1\]\.renditions has one quality twice/,
  ],
  ["an unknown quality", (c) => c.edit(courseFile, "quality: audio", "quality: loud"), /course\.yaml:59: videos/],
  [
    "a file outside the package",
    (c) => c.edit(courseFile, "videos/minute.audio.m4a", "videos/../../minute.m4a"),
    /course\.yaml:59: .*must be "videos/,
  ],
  [
    "a file that nobody names",
    (c) => c.write(`${folder}/videos/more.mp4`, "x"),
    /videos\/more\.mp4: is not named in course\.yaml/,
  ],
  [
    "a slide that nobody names",
    (c) => c.write(`${folder}/slides/more.png`, "x"),
    /slides\/more\.png: is not named in course\.yaml/,
  ],
  ["a slide that is not there", (c) => c.remove(`${folder}/slides/minute.02.png`), /minute\.02\.png: is missing/],
  [
    "a slide that is no picture",
    (c) => c.write(`${folder}/slides/minute.02.png`, "<svg/>"),
    /minute\.02\.png: does not hold/,
  ],
  [
    "a drawing as a poster",
    (c) => c.edit(courseFile, "minute.poster.png", "minute.poster.svg"),
    /minute\.poster\.svg: is neither PNG/,
  ],
  ["slides out of order", (c) => c.edit(courseFile, "at: 20", "at: 50"), /course\.yaml:48: .*order of their time/],
  [
    "a chapter after the end",
    (c) => c.edit(courseFile, "at: 30", "at: 60"),
    /course\.yaml:47: 60 is not before the end/,
  ],
  [
    "captions of a lesson that is no lecture",
    (c) => c.write(`${folder}/captions/doubts.en.vtt`, "WEBVTT\n\n00:01.000 --> 00:02.000\nA\n"),
    /doubts\.en\.vtt: there is no lecture "doubts"/,
  ],
  [
    "captions of a wrong name",
    (c) => c.write(`${folder}/captions/minute.vtt`, "WEBVTT"),
    /captions\/minute\.vtt: is not named/,
  ],
  ["captions that are none", (c) => c.write(CAPTIONS, "Hello"), /minute\.en\.vtt:1: WebVTT begins with WEBVTT/],
  [
    "a caption that ends before it begins",
    (c) => c.edit(CAPTIONS, "00:00:09.000", "00:00:02.000"),
    /minute\.en\.vtt:6: /,
  ],
  [
    "an id that stands twice",
    (c) => c.edit(courseFile, `- id: ${videoId}`, "- id: 0199b5a0-0000-7000-8000-000000000030"),
    /course\.yaml:53: the id/,
  ],
];

test.each(broken)("a package with %s is refused with file, line and reason", async (_, breakIt, said) => {
  const copy = await copyPackageWithLecture();
  await breakIt(copy);
  expect(await problemsOf(copy)).toContainEqual(expect.stringMatching(said));
});
