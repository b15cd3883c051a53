import type { CourseDraft, DraftLecture, DraftVideo } from "../draft/course-draft.ts";
import { lengthOf } from "../read/check-lectures.ts";
import type { Known } from "../read/check-package.ts";
import type { PackagedCourse } from "../read/packaged-course.ts";
import type { PackagedVideo } from "../read/packaged-video.ts";
import type { AcademyPackage } from "../read/read-package.server.ts";
import type { PackagedPicture } from "../read/read-picture.server.ts";
import type { LectureFile } from "../read/video-file-schema.ts";
import { bankOfPackage, quizOfPackage } from "./quizzes-of-package.ts";

type Ids = Pick<Known, "courses" | "instructors">;

/** Ids by slug and handle, of what the academy holds and of what the package brings; the package is right. */
export function idsFor({ academy, courses }: AcademyPackage, known: Known): Ids {
  return {
    courses: new Map([...known.courses, ...courses.map(({ value }) => [value.slug, value.id] as const)]),
    instructors: new Map([...known.instructors, ...academy.instructors.map(({ handle, id }) => [handle, id] as const)]),
  };
}

/** The draft that a packaged course describes. Throws where it names somebody or something that `ids` has not. */
export function draftOfPackage(course: PackagedCourse, ids: Ids): CourseDraft {
  const { value, lessons, media } = course;
  const { format: _, cover, prerequisites, instructors, sections, ...rest } = value;
  const lessonIds = new Map(sections.flatMap((section) => section.lessons.map(({ slug, id }) => [slug, id])));
  return {
    ...rest,
    coverSha256: media.find(({ path }) => path === cover)?.sha256 ?? null,
    prerequisites: prerequisites.map((slug) => idOf(ids.courses, slug)),
    instructors: instructors.map(({ handle, role }) => ({ instructorId: idOf(ids.instructors, handle), role })),
    sections: sections.map((section) => ({
      ...section,
      lessons: section.lessons.map(({ requires, weight, ...facts }) => {
        const lesson = {
          ...facts,
          ...(requires && { requires: requires.map((slug) => idOf(lessonIds, slug)).toSorted() }),
          ...(weight !== undefined && weight !== 1 && { weight }),
        };
        const texts = textsOf(lessons, lesson.slug);
        if (lesson.kind === "text") return { ...lesson, texts };
        if (lesson.kind === "quiz") return { ...lesson, texts, quiz: quizOfPackage(course, lesson.slug) };
        return { ...lesson, texts, lecture: lectureOf(course, lesson) };
      }),
    })),
    media: media.map(({ path, sha256, contentType, bytes }) => ({ path, sha256, contentType, bytes })),
    references: course.references?.read?.value ?? [],
    videos: course.videos.map(videoOfPackage),
    ...bankOfPackage(course),
  };
}

type PackagedLecture = { slug: string; lecture: LectureFile };

function lectureOf({ videos, slides, captions }: PackagedCourse, { slug, lecture }: PackagedLecture): DraftLecture {
  const video = videos.find(({ id }) => id === lecture.video);
  if (!video) throw new Error(`The video ${lecture.video} is not in the package`);
  return {
    videoId: video.id,
    lengthSeconds: lecture.length ?? lengthOf(video),
    chapters: lecture.chapters.map(({ at, title }) => ({ at, titles: title })),
    slides: lecture.slides.map(({ at, picture }) => ({ at, ...pictureOf(slides, picture) })),
    captions: Object.fromEntries(
      captions.flatMap(({ slug: own, locale, vtt }) => (own === slug && vtt !== undefined ? [[locale, vtt]] : [])),
    ),
  };
}

function pictureOf(pictures: PackagedPicture[], path: string) {
  const found = pictures.find((picture) => picture.path === path);
  if (!found) throw new Error(`${path} is not in the package`);
  return { sha256: found.sha256, contentType: found.contentType };
}

function videoOfPackage({ poster, renditions, ...video }: PackagedVideo): DraftVideo {
  const best = renditions[0]?.source;
  return {
    ...video,
    poster: poster && { sha256: poster.sha256, contentType: poster.contentType },
    packagedSha256: best && "sha256" in best ? best.sha256 : null,
    renditions: renditions.map(({ source, ...rendition }) => ({
      ...rendition,
      storageKey: "sha256" in source ? videoKey(video.id, rendition.name, source.sha256) : source.nameAtMux,
    })),
  };
}

/** Where a packaged file is kept: named by what it holds too, so that one that is stored is never replaced. */
export function videoKey(videoId: string, quality: string, sha256: string): string {
  return `videos/${videoId}/${quality}-${sha256.slice(0, 16)}`;
}

function textsOf(lessons: PackagedCourse["lessons"], slug: string) {
  return Object.fromEntries(
    lessons.flatMap(({ slug: own, locale, text }) => {
      if (own !== slug || !text) return [];
      const { title, summary, document } = text;
      return [[locale, { title, summary, document }] as const];
    }),
  );
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" is not known`);
  return id;
}
