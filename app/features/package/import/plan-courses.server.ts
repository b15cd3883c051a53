import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { type CourseDraft, fingerprintDraft } from "../draft/course-draft.ts";
import { findCourseDraftsUnsafe } from "../draft/find-course-drafts.server.ts";
import type { Known } from "../read/check-package.ts";
import type { PackageProblem } from "../read/package-problem.ts";
import type { PackagedCourse } from "../read/packaged-course.ts";
import type { AcademyPackage } from "../read/read-package.server.ts";
import { draftOfPackage, idsFor } from "./draft-of-package.ts";
import { findHeldQuestions, questionConflicts } from "./question-conflicts.server.ts";
import { findHeldVideos, videoConflicts } from "./video-conflicts.server.ts";

export type Outcome = "created" | "updated" | "unchanged";

export type PlannedCourse = {
  course: PackagedCourse;
  draft: CourseDraft;
  outcome: Outcome;
  formerSlug: string | null;
  /** Whether it was edited in the academy since it was last imported. */
  edited: boolean;
};

type Held = Awaited<ReturnType<typeof findHeld>>;

/** What importing the package's courses would change, and why it may not be done. Writes nothing. */
export async function planCourses({
  db,
  contents,
  known,
  overwrite,
  adapt = (draft) => draft,
}: {
  db: DbOrTx;
  contents: AcademyPackage;
  known: Known;
  overwrite: boolean;
  /** What is not taken from a package; `current` is the course's draft as it is. */
  adapt?: (draft: CourseDraft, current: CourseDraft | undefined) => CourseDraft;
}): Promise<{ courses: PlannedCourse[]; problems: PackageProblem[] }> {
  const held = await findHeld(db, contents.courses);
  const ids = idsFor(contents, known);
  const courses: PlannedCourse[] = [];
  const problems: PackageProblem[] = [];
  for (const course of contents.courses) {
    const current = held.drafts.get(course.value.id);
    const draft = withCohortsInUse({ draft: adapt(draftOfPackage(course, ids), current), current, held });
    const outcome = !current ? "created" : same(current, draft) ? "unchanged" : "updated";
    const formerSlug = current && current.slug !== draft.slug ? current.slug : null;
    const edited = current !== undefined && held.imported.get(course.value.id) !== fingerprintDraft(current);
    courses.push({ course, draft, outcome, formerSlug, edited: edited && outcome !== "unchanged" });
    // A video that changed under its id would not show in the draft.
    problems.push(...videoConflicts(course, held.videos));
    if (outcome === "unchanged") continue;
    problems.push(...findConflicts({ course, held, contents }), ...questionConflicts(course, held.questions));
    if (edited && !overwrite) {
      const reason =
        "the course was edited in the academy since it was last imported; --overwrite replaces those edits";
      problems.push({ file: course.file, reason });
    }
  }
  return { courses, problems };
}

function same(a: CourseDraft, b: CourseDraft): boolean {
  return fingerprintDraft(a) === fingerprintDraft(b);
}

/** A run in which somebody is enrolled stays, whatever the package says. */
function withCohortsInUse({ draft, current, held }: { draft: CourseDraft; current?: CourseDraft; held: Held }) {
  const named = new Set(draft.cohorts.map(({ id }) => id));
  const kept = (current?.cohorts ?? []).filter(({ id }) => held.cohortsInUse.has(id) && !named.has(id));
  return kept.length === 0 ? draft : { ...draft, cohorts: [...draft.cohorts, ...kept] };
}

/** What the database holds that may stand in the way. */
async function findHeld(db: DbOrTx, courses: PackagedCourse[]) {
  const ids = courses.map(({ value }) => value.id);
  const slugs = courses.map(({ value }) => value.slug);
  const inside = (pick: (course: PackagedCourse) => string[]) => ({ in: courses.flatMap(pick) });
  const select = { id: true, courseId: true } as const;
  const [drafts, rows, former, sections, lessons, cohorts, videos, questions] = await Promise.all([
    findCourseDraftsUnsafe(db, ids),
    db.course.findMany({
      where: { OR: [{ id: { in: ids } }, { slug: { in: slugs } }] },
      select: { id: true, slug: true, seatsTaken: true, importedDraftSha256: true },
    }),
    db.courseFormerSlug.findMany({ where: { slug: { in: slugs } } }),
    db.section.findMany({ where: { id: inside(({ value }) => value.sections.map(({ id }) => id)) }, select }),
    db.lesson.findMany({
      where: { id: inside(({ value }) => value.sections.flatMap((section) => section.lessons.map(({ id }) => id))) },
      select,
    }),
    db.cohort.findMany({
      where: { OR: [{ courseId: { in: ids } }, { id: inside(({ value }) => value.cohorts.map(({ id }) => id)) }] },
      select: { ...select, seatsTaken: true, _count: { select: { enrolments: true } } },
    }),
    findHeldVideos(db, courses),
    findHeldQuestions(db, courses),
  ]);
  return {
    drafts,
    rows,
    former,
    cohorts,
    videos,
    questions,
    courseOf: new Map([...sections, ...lessons, ...cohorts].map(({ id, courseId }) => [id, courseId])),
    imported: new Map(rows.map(({ id, importedDraftSha256 }) => [id, importedDraftSha256])),
    cohortsInUse: new Set(cohorts.filter(({ _count }) => _count.enrolments > 0).map(({ id }) => id)),
  };
}

/** What is already somebody else's in the academy, and seats that are taken. */
function findConflicts({ course, held, contents }: { course: PackagedCourse; held: Held; contents: AcademyPackage }) {
  const { file, value, lineOf } = course;
  const problems: PackageProblem[] = [];
  const say = (path: PropertyKey[], reason: string) => problems.push({ file, line: lineOf(path), reason });
  const moving = new Set(contents.courses.map((other) => other.value.id));

  const holder = held.rows.find(({ slug, id }) => slug === value.slug && id !== value.id && !moving.has(id));
  if (holder) say(["slug"], `another course of the academy has the slug "${value.slug}"`);
  if (held.former.some(({ slug, courseId }) => slug === value.slug && courseId !== value.id)) {
    say(["slug"], `"${value.slug}" leads to another course of the academy, which was called so before`);
  }
  const elsewhere = (id: string) => held.courseOf.has(id) && held.courseOf.get(id) !== value.id;
  const check = (id: string, path: PropertyKey[]) => {
    if (elsewhere(id)) say([...path, "id"], `the id "${id}" belongs to another course of the academy`);
  };
  value.cohorts.forEach(({ id, seats }, i) => {
    check(id, ["cohorts", i]);
    const taken = held.cohorts.find((cohort) => cohort.id === id)?.seatsTaken ?? 0;
    if (seats !== null && seats < taken) say(["cohorts", i, "seats"], tooFew(seats, taken));
  });
  value.sections.forEach((section, i) => {
    check(section.id, ["sections", i]);
    for (const [j, { id }] of section.lessons.entries()) check(id, ["sections", i, "lessons", j]);
  });
  const taken = held.rows.find(({ id }) => id === value.id)?.seatsTaken ?? 0;
  if (value.seats !== null && value.seats < taken) say(["seats"], tooFew(value.seats, taken));
  return problems;
}

function tooFew(seats: number, taken: number): string {
  return `${seats} seats are fewer than the ${taken} that are taken`;
}
