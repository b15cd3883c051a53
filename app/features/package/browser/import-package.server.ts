import { canCreateCourse, canManageCourse } from "#app/features/course/course-access.ts";
import { freeCourseSlug } from "#app/features/course/free-course-slug.server.ts";
import { ensureInstructor } from "#app/features/course/instructors/ensure-instructor.server.ts";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type CourseDraft, fingerprintDraft } from "../draft/course-draft.ts";
import { renewDraft } from "../draft/renew-draft.ts";
import { saveCourseDraft } from "../draft/save-course-draft.server.ts";
import { renameCourses, savePrerequisites } from "../import/apply-courses.server.ts";
import { draftOfPackage, idsFor } from "../import/draft-of-package.ts";
import { type Outcome, type PlannedCourse, planCourses } from "../import/plan-courses.server.ts";
import { storeMedia } from "../import/store-media.server.ts";
import { findKnown, IMPORT_LOCK } from "../import-academy.server.ts";
import { inReadingOrder, type PackageProblem, PackageRefused } from "../read/package-problem.ts";
import { type AcademyPackage, readPackage } from "../read/read-package.server.ts";
import { findCircles } from "./find-circles.server.ts";
import { withPackage } from "./unpack-package.server.ts";

const TIMEOUT_MS = 300_000;

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "locale">;

export type ImportChoice = {
  /** Whether its courses come in as new ones, with ids of their own, or as those that they are. */
  asNew: boolean;
  /** Whether a course that was edited since its last import gives way to the package. */
  overwrite: boolean;
  dryRun: boolean;
};

export type ImportedCourse = {
  slug: string;
  titles: Translated;
  outcome: Outcome;
  edited: boolean;
  lessons: number;
  questions: number;
  withoutVideo: number;
};

export type ImportOutcome =
  | { ok: true; courses: ImportedCourse[]; applied: boolean }
  | { ok: false; problems: PackageProblem[] };

/**
 * Takes the courses of a package in as drafts, whole or not at all, or with `dryRun` only tells what would happen.
 * A new course is the actor's; a course that is there changes only where she owns it or is an admin, keeps those who
 * teach it, and where it was edited gives way only with `overwrite`. Of academy.yaml nothing is taken. Every problem
 * comes with its file and line. Throws 404 to who may make no course, and what an archive is refused for.
 */
export async function importPackage(ctx: Context, zip: Uint8Array, choice: ImportChoice): Promise<ImportOutcome> {
  if (!canCreateCourse(ctx.actor)) throw notFound();
  return withPackage(zip, async (root) => {
    try {
      const contents = await readPackage({ root, known: await findKnown(ctx.db) });
      const planned = await plan(ctx, ctx.db, { contents, choice });
      if (choice.dryRun) return { ok: true as const, courses: planned.map(describe), applied: false };
      const ids = new Map(planned.flatMap((one) => [...one.ids]));
      await storeMedia({ root, courses: planned, idOf: (id) => ids.get(id) ?? id });
      const courses = await inTransaction(ctx.db, (tx) => apply(ctx, tx, { contents, choice, planned }), {
        timeoutMs: TIMEOUT_MS,
      });
      return { ok: true as const, courses: courses.map(describe), applied: true };
    } catch (error) {
      if (!(error instanceof PackageRefused)) throw error;
      return { ok: false as const, problems: error.problems };
    }
  });
}

type Planned = PlannedCourse & { ids: ReadonlyMap<string, string>; withoutVideo: number };

type PlanInput = { contents: AcademyPackage; choice: ImportChoice };

/** What would happen. Throws `PackageRefused` with all that stands in the way. */
async function plan(ctx: Context, db: DbOrTx, { contents, choice }: PlanInput): Promise<Planned[]> {
  const known = await findKnown(db);
  const problems = await findStrangers(ctx, db, { contents, choice, subjects: known.subjects });
  if (choice.asNew) {
    if (problems.length > 0) throw new PackageRefused(inReadingOrder(problems));
    return planNew(contents, { ids: idsFor(contents, known), held: new Set(known.courses.values()) });
  }
  const overwrite = choice.overwrite || choice.dryRun;
  const adapt = (draft: CourseDraft, current: CourseDraft | undefined) => adaptDraft(ctx, draft, current);
  const { courses, problems: others } = await planCourses({ db, contents, known, overwrite, adapt });
  const all = [...problems, ...others, ...(await findCircles(db, courses))];
  if (all.length > 0) throw new PackageRefused(inReadingOrder(all));
  return courses.map((course) => ({ ...course, ids: new Map(), withoutVideo: 0 }));
}

function planNew(
  contents: AcademyPackage,
  { ids, held }: { ids: Parameters<typeof draftOfPackage>[1]; held: ReadonlySet<string> },
): Planned[] {
  return contents.courses.map((course) => {
    const { draft, ids: renewed, withoutVideo } = renewDraft(draftOfPackage(course, ids));
    const prerequisites = draft.prerequisites.filter((id) => held.has(id));
    return {
      ...{ course, outcome: "created", formerSlug: null, edited: false, ids: renewed },
      draft: { ...draft, prerequisites, instructors: [], certificate: { rule: "automatic", months: null } },
      withoutVideo: withoutVideo.length,
    };
  });
}

/** Who teaches a course is not taken from a package, nor what finishing it brings, unless an admin brings it in. */
function adaptDraft({ actor }: Context, draft: CourseDraft, current: CourseDraft | undefined): CourseDraft {
  const certificate = current?.certificate ?? { rule: "automatic" as const, months: null };
  const instructors = current?.instructors ?? [];
  return { ...draft, instructors, certificate: isAdmin(actor) ? draft.certificate : certificate };
}

/** Courses of others, deleted ones, and subjects that the academy has not. */
async function findStrangers(
  { actor }: Context,
  db: DbOrTx,
  { contents, choice, subjects }: PlanInput & { subjects: ReadonlySet<string> },
): Promise<PackageProblem[]> {
  const rows = await db.course.findMany({
    where: { id: { in: contents.courses.map(({ value }) => value.id) } },
    select: { id: true, deletedAt: true, instructors: { select: { instructorId: true, role: true } } },
  });
  return contents.courses.flatMap(({ file, value, lineOf }) => {
    const held = choice.asNew ? undefined : rows.find(({ id }) => id === value.id);
    const say = (path: string, reason: string) => ({ file, line: lineOf([path]), reason });
    return [
      ...(held && !canManageCourse(actor, held)
        ? [say("id", "this course belongs to somebody else; it can come in as a new course")]
        : []),
      ...(held?.deletedAt ? [say("id", "this course was deleted; put it back first, or take it in as a new one")] : []),
      ...(subjects.has(value.subject) ? [] : [say("subject", `the academy has no subject "${value.subject}"`)]),
    ];
  });
}

/** Writes what is planned anew, since somebody may have edited meanwhile; what is new keeps the ids of its files. */
async function apply(
  ctx: Context,
  tx: Tx,
  { contents, choice, planned }: PlanInput & { planned: Planned[] },
): Promise<Planned[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${IMPORT_LOCK}::bigint)`;
  const courses = choice.asNew ? planned : await plan(ctx, tx, { contents, choice });
  const changed = courses.filter(({ outcome }) => outcome !== "unchanged");
  if (changed.length === 0) return courses;
  const instructorId = await ensureInstructor(tx, ctx.actor, { locale: ctx.locale });
  await renameCourses(tx, changed);
  for (const one of changed) {
    if (one.draft.instructors.length === 0) one.draft.instructors = [{ instructorId, role: "owner" }];
    if (choice.asNew) one.draft.slug = await freeCourseSlug(tx, one.draft.slug);
    await saveCourseDraft(tx, one.draft, { now: ctx.clock.now() });
  }
  for (const { draft, course } of changed) {
    await savePrerequisites(tx, draft);
    if (choice.asNew) continue;
    const data = { importedSha256: course.sha256, importedDraftSha256: fingerprintDraft(draft) };
    await tx.course.update({ where: { id: draft.id }, data });
  }
  return courses;
}

function describe({ draft, outcome, edited, withoutVideo }: Planned): ImportedCourse {
  const { slug, title: titles, sections, questions } = draft;
  const lessons = sections.reduce((sum, section) => sum + section.lessons.length, 0);
  return { slug, titles, outcome, edited, lessons, questions: questions.length, withoutVideo };
}
