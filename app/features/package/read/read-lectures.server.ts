import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import type { CourseFile } from "./course-file-schema.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import { type PackagedCaptions, readCaptions } from "./read-captions.server.ts";
import { type PackagedPicture, readPicture } from "./read-picture.server.ts";
import { hashVideo, readVideos } from "./read-videos.server.ts";

type Reading = { folder: PackageFolder; path: string; problems: PackageProblem[] };

/**
 * Reads what the lectures of a course are made of, `path` being its folder in the package, and says what is wrong with
 * it. `files` are those read with what they hold, `lectureFiles` the names of all that lie in videos/ and slides/.
 */
export async function readLectures({
  outline,
  ...reading
}: Reading & { outline: { value: CourseFile; lineOf: LineOf } }) {
  const videos = await readVideos({ ...reading, outline });
  const slides = await readSlides(reading, outline.value);
  const captions = await readAllCaptions(reading);
  const lectureFiles = [...(await namesIn(reading, "videos")), ...(await namesIn(reading, "slides"))];
  const files = [
    ...videos.map((video) => ({ path: `videos/${video.id}`, sha256: hashVideo(video) })),
    ...slides,
    ...captions,
  ];
  return { videos, slides, captions, files, lectureFiles };
}

async function namesIn({ folder, path }: Reading, inner: string): Promise<string[]> {
  return (await folder.list(`${path}/${inner}`, "file")).map((name) => `${inner}/${name}`);
}

async function readSlides({ folder, path, problems }: Reading, { sections }: CourseFile): Promise<PackagedPicture[]> {
  const lessons = sections.flatMap((section) => section.lessons);
  const named = lessons.flatMap((lesson) => (lesson.kind === "lecture" ? lesson.lecture.slides : []));
  const read: PackagedPicture[] = [];
  for (const picture of new Set(named.map(({ picture }) => picture))) {
    const slide = await readPicture({ folder, course: path, path: picture, problems });
    if (slide) read.push(slide);
  }
  return read;
}

async function readAllCaptions({ folder, path, problems }: Reading): Promise<PackagedCaptions[]> {
  const read: PackagedCaptions[] = [];
  for (const name of await folder.list(`${path}/captions`, "file")) {
    const captions = await readCaptions({ folder, course: path, name, problems });
    if (captions) read.push(captions);
  }
  return read;
}
