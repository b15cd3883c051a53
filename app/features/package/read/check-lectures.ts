import type { PackageProblem } from "./package-problem.ts";
import type { PackagedCourse } from "./packaged-course.ts";
import type { LectureFile } from "./video-file-schema.ts";

type Read = Omit<PackagedCourse, "sha256"> & {
  /** Files of the folders videos/ and slides/. */
  lectureFiles: string[];
};
type Placed = { lecture: LectureFile; slug: string; place: PropertyKey[] };

/** Lectures without their video, files that nobody names, and moments outside the video. */
export function checkLectures(course: Read): PackageProblem[] {
  const lectures = listLectures(course);
  return [
    ...lectures.flatMap((lecture) => checkLecture(course, lecture)),
    ...checkVideos(course, lectures),
    ...checkFiles(course, lectures),
    ...checkCaptions(course, lectures),
  ];
}

function listLectures({ value }: Read): Placed[] {
  return value.sections.flatMap(({ lessons }, section) =>
    lessons.flatMap((lesson, index) => {
      if (lesson.kind !== "lecture") return [];
      return [
        { lecture: lesson.lecture, slug: lesson.slug, place: ["sections", section, "lessons", index, "lecture"] },
      ];
    }),
  );
}

function checkLecture({ file, value, lineOf, videos }: Read, { lecture, place }: Placed): PackageProblem[] {
  const problems: PackageProblem[] = [];
  const say = (path: PropertyKey[], reason: string) =>
    problems.push({ file, line: lineOf([...place, ...path]), reason });
  if (!value.videos.some(({ id }) => id === lecture.video)) say(["video"], `there is no video "${lecture.video}"`);
  const video = videos.find(({ id }) => id === lecture.video);
  if (!video) return problems;
  const seconds = lengthOf(video);
  const length = lecture.length ?? seconds;
  if (Math.abs(length - seconds) > 1) say(["length"], `${length} is not the length of the video, ${seconds} seconds`);
  for (const list of ["chapters", "slides"] as const) {
    lecture[list].forEach(({ at }, index) => {
      if (at >= length) say([list, index, "at"], `${at} is not before the end of the video, at ${length} seconds`);
    });
  }
  return problems;
}

/** In whole seconds, as watching is counted. */
export function lengthOf({ durationMs }: { durationMs: number }): number {
  return Math.max(1, Math.round(durationMs / 1000));
}

function checkVideos({ file, value, lineOf }: Read, lectures: Placed[]): PackageProblem[] {
  const shown = new Set(lectures.map(({ lecture }) => lecture.video));
  return value.videos.flatMap(({ id }, index) =>
    shown.has(id)
      ? []
      : [{ file, line: lineOf(["videos", index, "id"]), reason: `no lecture shows the video "${id}"` }],
  );
}

function checkFiles({ path, value, lectureFiles }: Read, lectures: Placed[]): PackageProblem[] {
  const named = new Set<string | null>([
    ...lectures.flatMap(({ lecture }) => lecture.slides.map(({ picture }) => picture)),
    ...value.videos.flatMap((video) => [
      video.poster,
      ...(video.provider === "mux" ? [] : video.renditions.flatMap(({ file, playlist }) => [file, playlist])),
    ]),
  ]);
  const strangers = lectureFiles.filter((name) => !named.has(name));
  return strangers.map((name) => ({ file: `${path}/${name}`, reason: "is not named in course.yaml" }));
}

function checkCaptions({ captions }: Read, lectures: Placed[]): PackageProblem[] {
  const slugs = new Set(lectures.map(({ slug }) => slug));
  const strangers = captions.filter(({ slug }) => !slugs.has(slug));
  return strangers.map(({ file, slug }) => ({ file, reason: `there is no lecture "${slug}" in course.yaml` }));
}
