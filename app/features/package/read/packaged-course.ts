import type { LineOf } from "#app/platform/yaml/parse-yaml.ts";
import type { CourseFile } from "./course-file-schema.ts";
import type { PackagedBank, PackagedQuiz } from "./packaged-quiz.ts";
import type { PackagedVideo } from "./packaged-video.ts";
import type { PackagedCaptions } from "./read-captions.server.ts";
import type { PackagedLessonText } from "./read-lesson.server.ts";
import type { PackagedMedia } from "./read-media.server.ts";
import type { PackagedPicture } from "./read-picture.server.ts";
import type { PackagedReferences } from "./read-references.server.ts";

/** One course of a package. */
export type PackagedCourse = {
  /** courses/<slug> */
  path: string;
  /** course.yaml, with the path inside the package. */
  file: string;
  /** SHA-256 of all its files. */
  sha256: string;
  value: CourseFile;
  lineOf: LineOf;
  lessons: PackagedLessonText[];
  media: PackagedMedia[];
  videos: PackagedVideo[];
  slides: PackagedPicture[];
  captions: PackagedCaptions[];
  quizzes: PackagedQuiz[];
  /** references.json; left out where there is none. */
  references?: PackagedReferences | undefined;
  /** Left out where the course has no questions besides those in its quizzes. */
  bank?: PackagedBank;
};
