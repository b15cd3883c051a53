import type { CourseDraft, DraftLesson, DraftVideo } from "../draft/course-draft.ts";
import { inLocaleOrder } from "./in-locale-order.ts";
import type { nameLectureFiles } from "./lecture-files.ts";

type Path = (string | number)[];
type Names = ReturnType<typeof nameLectureFiles>;

/** A lesson as course.yaml has it. */
export function writeLesson(
  { texts: _, quiz: __, lecture, ...facts }: DraftLesson,
  names: Names & { slugOf: (lessonId: string) => string },
) {
  const { requires, opensAt } = facts;
  const lesson = {
    ...facts,
    ...(opensAt && { opensAt: opensAt.replace(".000Z", "Z") }),
    ...(requires && { requires: requires.map(names.slugOf).toSorted() }),
  };
  if (!lecture) return lesson;
  return {
    ...lesson,
    lecture: {
      video: lecture.videoId,
      ...(lecture.lengthSeconds !== null && { length: lecture.lengthSeconds }),
      chapters: lecture.chapters.map(({ at, titles }) => ({ at, title: inLocaleOrder(titles) })),
      slides: lecture.slides.map((slide) => ({
        at: slide.at,
        picture: names.slidePath({ slug: lesson.slug, lecture }, slide),
      })),
    },
  };
}

/** A video as course.yaml has it. */
export function writeVideo(video: DraftVideo, names: Names) {
  const { id, mux, fileName, durationMs, width, height } = video;
  return {
    id,
    provider: mux ? "mux" : "local",
    ...mux,
    ...{ fileName, durationMs, width, height },
    poster: names.posterPath(video),
    renditions: video.renditions.map((rendition) => {
      const { name, contentType, bytes, width, height, bitsPerSecond, storageKey, playlist } = rendition;
      const facts = { contentType, width, height, bitsPerSecond };
      if (mux) return { quality: name, nameAtMux: storageKey, bytes, ...facts };
      return {
        quality: name,
        file: names.renditionPath(video, rendition),
        ...(playlist !== null && { playlist: names.playlistPath(video, rendition) }),
        ...facts,
      };
    }),
  };
}

/** Places of lessons, chapters, slides and files that stand on one line of course.yaml. */
export function shortLecturePlaces({ sections, videos }: CourseDraft): Path[] {
  const lessons = sections.flatMap((section, i) =>
    section.lessons.flatMap(({ lecture }, j): Path[] => {
      const place = ["sections", i, "lessons", j];
      if (!lecture) return [place];
      return (["chapters", "slides"] as const).flatMap((list) =>
        lecture[list].map((_, k) => [...place, "lecture", list, k]),
      );
    }),
  );
  const files = videos.flatMap((video, i) => video.renditions.map((_, j): Path => ["videos", i, "renditions", j]));
  return [...lessons, ...files];
}
