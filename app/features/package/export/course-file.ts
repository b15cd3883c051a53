import { writeYaml } from "#app/platform/yaml/write-yaml.ts";
import type { CourseDraft, DraftCohort } from "../draft/course-draft.ts";
import { inLocaleOrder } from "./in-locale-order.ts";
import { nameLectureFiles } from "./lecture-files.ts";
import { shortLecturePlaces, writeLesson, writeVideo } from "./lectures-of-course-file.ts";

/** Slugs and handles by id, since packages name courses and people by these. */
export type Names = { courses: ReadonlyMap<string, string>; instructors: ReadonlyMap<string, string> };

/** course.yaml of a draft. */
export function writeCourseFile(draft: CourseDraft, names: Names): string {
  const slugs = new Map(draft.sections.flatMap(({ lessons }) => lessons.map(({ id, slug }) => [id, slug])));
  const lectureNames = { ...nameLectureFiles(draft), slugOf: (id: string) => nameOf(slugs, id) };
  const cover = draft.media.find(({ sha256 }) => sha256 === draft.coverSha256);
  const file = {
    format: "maqdis-course/1",
    id: draft.id,
    slug: draft.slug,
    sourceLocale: draft.sourceLocale,
    locales: draft.locales,
    subject: draft.subject,
    level: draft.level,
    cover: cover?.path ?? null,
    price: draft.price,
    seats: draft.seats,
    selfPaced: draft.selfPaced,
    enrolment: writeWindow(draft.enrolment),
    prerequisites: draft.prerequisites.map((id) => nameOf(names.courses, id)).toSorted(),
    completion: draft.completion,
    watchThreshold: draft.watchThreshold,
    certificate: draft.certificate,
    ...(draft.accessDays !== null && { accessDays: draft.accessDays }),
    ...(draft.dropLowest > 0 && { dropLowest: draft.dropLowest }),
    instructors: draft.instructors.map(({ instructorId, role }) => ({
      handle: nameOf(names.instructors, instructorId),
      role,
    })),
    title: inLocaleOrder(draft.title),
    summary: inLocaleOrder(draft.summary),
    outcomes: inLocaleOrder(draft.outcomes),
    cohorts: draft.cohorts.map(writeCohort),
    sections: draft.sections.map(({ id, title, lessons }) => ({
      id,
      title: inLocaleOrder(title),
      lessons: lessons.map((lesson) => writeLesson(lesson, lectureNames)),
    })),
    ...(draft.videos.length > 0 && { videos: draft.videos.map((video) => writeVideo(video, lectureNames)) }),
  };
  return writeYaml(file, { onOneLine: shortPlaces(draft) });
}

function shortPlaces(draft: CourseDraft) {
  return [
    ...["locales", "price", "enrolment", "prerequisites", "certificate"].map((key) => [key]),
    ...draft.instructors.map((_, i) => ["instructors", i]),
    ...draft.cohorts.flatMap((_, i) => ["name", "enrolment"].map((key) => ["cohorts", i, key])),
    ...draft.sections.map((_, i) => ["sections", i, "title"]),
    ...shortLecturePlaces(draft),
  ];
}

function writeCohort({ id, name, startsAt, endsAt, enrolment, seats }: DraftCohort) {
  return {
    id,
    name: inLocaleOrder(name),
    startsAt: writeTime(startsAt),
    endsAt: writeTime(endsAt),
    enrolment: writeWindow(enrolment),
    seats,
  };
}

function writeWindow({ opensAt, closesAt }: CourseDraft["enrolment"]) {
  return { opensAt: opensAt && writeTime(opensAt), closesAt: closesAt && writeTime(closesAt) };
}

/** Without milliseconds where there are none. */
function writeTime(time: string): string {
  return time.replace(".000Z", "Z");
}

function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (name === undefined) throw new Error(`Nothing is named ${id}`);
  return name;
}
