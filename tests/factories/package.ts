import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** The academy package that tests import: two small courses and a programme. */
export const fixturePackage = resolve("tests/fixtures/academy");

/** An empty folder that goes when the test has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "maqdis-package-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the fixture package for a test to change. */
export async function copyPackage() {
  const root = join(await temporaryFolder(), "academy");
  await cp(fixturePackage, root, { recursive: true });
  const path = (file: string) => join(root, file);
  return {
    root,
    path,
    write: async (file: string, content: string | Uint8Array) => {
      await mkdir(dirname(path(file)), { recursive: true });
      await writeFile(path(file), content);
    },
    remove: (file: string) => rm(path(file), { recursive: true }),
    /** Replaces a text that must be there. */
    edit: async (file: string, from: string, to: string) => {
      const before = await readFile(path(file), "utf8");
      if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
      await writeFile(
        path(file),
        before.replace(from, () => to),
      );
    },
  };
}

/** Where the lecture of `copyPackageWithLecture` is. */
export const packagedLecture = {
  lessonId: "0199b5a0-0000-7000-8000-000000000044",
  videoId: "0199b5a0-0000-7000-8000-000000000050",
  courseFile: "courses/first-steps/course.yaml",
  folder: "courses/first-steps",
};

const LECTURE = `
      - id: ${packagedLecture.lessonId}
        slug: minute
        kind: lecture
        minutes: 1
        required: true
        preview: false
        lecture:
          video: ${packagedLecture.videoId}
          chapters:
            - { at: 0, title: { ar: أول, en: First } }
            - { at: 30, title: { ar: ثان, en: Second } }
          slides:
            - { at: 0, picture: slides/minute.01.png }
            - { at: 20, picture: slides/minute.02.png }
            - { at: 40, picture: slides/minute.01.png }
videos:
  - id: ${packagedLecture.videoId}
    provider: local
    fileName: minute.mp4
    poster: videos/minute.poster.png
    renditions:
      - { quality: 360p, file: videos/minute.360p.mp4 }
      - { quality: audio, file: videos/minute.audio.m4a }
`;

const CAPTIONS = `WEBVTT

00:00:01.000 --> 00:00:04.000
A minute is sixty seconds.

00:00:05.000 --> 00:00:09.000
Here they are.
`;

/** A copy of the fixture package in which the first course ends with a lecture of one minute. */
export async function copyPackageWithLecture() {
  const copy = await copyPackage();
  const { courseFile, folder, lessonId } = packagedLecture;
  const outline = await readFile(copy.path(courseFile), "utf8");
  await copy.write(courseFile, `${outline.trimEnd()}${LECTURE}`);
  for (const locale of ["ar", "en"]) {
    const text = `---\nid: ${lessonId}\ntitle: "A minute"\nsummary: "One minute."\n---\n\nSixty seconds.\n`;
    await copy.write(`${folder}/lessons/04-minute.${locale}.md`, text);
    await copy.write(`${folder}/captions/minute.${locale}.vtt`, CAPTIONS);
  }
  const stone = await readFile(copy.path(`${folder}/media/stone.png`));
  await copy.write(`${folder}/slides/minute.01.png`, stone);
  // What follows the end of a PNG is not looked at: another file with the same picture.
  await copy.write(`${folder}/slides/minute.02.png`, Buffer.concat([stone, Buffer.from("2")]));
  await copy.write(`${folder}/videos/minute.poster.png`, stone);
  await cp("tests/fixtures/video/minute.mp4", copy.path(`${folder}/videos/minute.360p.mp4`));
  await cp("tests/fixtures/video/minute.m4a", copy.path(`${folder}/videos/minute.audio.m4a`));
  return copy;
}
