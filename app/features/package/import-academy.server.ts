import { releaseCourseUnsafe } from "#app/features/release/release-course.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db, DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { fingerprintDraft } from "./draft/course-draft.ts";
import { saveCourseDraft } from "./draft/save-course-draft.server.ts";
import { renameCourses, savePrerequisites } from "./import/apply-courses.server.ts";
import { type Outcome, type PlannedCourse, planCourses } from "./import/plan-courses.server.ts";
import { type PlannedPart, planParts } from "./import/plan-parts.server.ts";
import { saveParts, saveProgrammes } from "./import/save-parts.server.ts";
import { storeMedia } from "./import/store-media.server.ts";
import type { Known } from "./read/check-package.ts";
import { inReadingOrder, PackageRefused } from "./read/package-problem.ts";
import { type AcademyPackage, readPackage } from "./read/read-package.server.ts";

/** Any number: what matters is that imports everywhere use the same one. */
export const IMPORT_LOCK = 7_307_002;
/** Rendering some hundred lessons takes seconds. */
const TIMEOUT_MS = 300_000;

export type ImportReport = {
  changed: boolean;
  dryRun: boolean;
  parts: { kind: PlannedPart["part"]["kind"]; name: string; outcome: Outcome }[];
  /** `release` is the number of the release made, or null where none was. */
  courses: { slug: string; outcome: Outcome; release: number | null }[];
};

type Plan = { parts: PlannedPart[]; courses: PlannedCourse[] };

/**
 * Takes the academy package in the folder `root` in, whole or not at all: new and changed courses get the package's
 * draft and a release of it. What is already as the package says is left untouched, and nothing is ever deleted that
 * the package does not mention. For those who run the machine: nothing is checked about who asks.
 * Throws `PackageRefused` with every problem; a course, instructor or programme that was edited in the academy since
 * its last import is one, unless `overwrite`. With `dryRun` only tells what would happen.
 */
export async function importAcademy(
  { db, clock }: { db: Db; clock: Clock },
  { root, overwrite = false, dryRun = false }: { root: string; overwrite?: boolean; dryRun?: boolean },
): Promise<ImportReport> {
  const contents = await readPackage({ root, known: await findKnown(db) });
  const plan = await planImport(db, { contents, overwrite });
  const changed = [...plan.parts, ...plan.courses].some(({ outcome }) => outcome !== "unchanged");
  if (dryRun || !changed) return report({ plan, changed, dryRun, releases: new Map() });
  await storeMedia({ root, courses: plan.courses });
  return inTransaction(
    db,
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${IMPORT_LOCK}::bigint)`;
      // Again, since somebody may have imported or edited meanwhile.
      const current = await planImport(tx, { contents, overwrite });
      const releases = await applyPlan(tx, { plan: current, clock });
      return report({ plan: current, changed, dryRun, releases });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** What the academy holds, to which packages may refer. */
export async function findKnown(db: DbOrTx): Promise<Known> {
  const [courses, instructors, subjects] = await Promise.all([
    db.course.findMany({ select: { id: true, slug: true } }),
    db.instructor.findMany({ select: { id: true, handle: true } }),
    db.subject.findMany({ select: { slug: true } }),
  ]);
  return {
    courses: new Map(courses.map(({ slug, id }) => [slug, id])),
    instructors: new Map(instructors.map(({ handle, id }) => [handle, id])),
    subjects: new Set(subjects.map(({ slug }) => slug)),
  };
}

async function planImport(
  db: DbOrTx,
  { contents, overwrite }: { contents: AcademyPackage; overwrite: boolean },
): Promise<Plan> {
  const input = { db, contents, overwrite, known: await findKnown(db) };
  const { parts, problems: ofParts } = await planParts(input);
  const { courses, problems: ofCourses } = await planCourses(input);
  const problems = [...ofParts, ...ofCourses];
  if (problems.length > 0) throw new PackageRefused(inReadingOrder(problems));
  return { parts, courses };
}

async function applyPlan(tx: Tx, { plan, clock }: { plan: Plan; clock: Clock }): Promise<Map<string, number>> {
  await saveParts(tx, plan.parts);
  const changed = plan.courses.filter(({ outcome }) => outcome !== "unchanged");
  await renameCourses(tx, changed);
  for (const { draft } of changed) await saveCourseDraft(tx, draft, { now: clock.now() });
  // Only now, since courses may demand each other in any order.
  for (const { draft } of changed) await savePrerequisites(tx, draft);
  await saveProgrammes(tx, plan.parts);
  const releases = new Map<string, number>();
  for (const { course, draft } of changed) {
    const release = await releaseCourseUnsafe({ tx, clock }, { courseId: draft.id });
    if (release.created) releases.set(draft.id, release.number);
    const importedDraftSha256 = fingerprintDraft(draft);
    await tx.course.update({
      where: { id: draft.id },
      data: { importedSha256: course.sha256, importedDraftSha256 },
    });
  }
  return releases;
}

function report({
  plan,
  releases,
  ...rest
}: {
  plan: Plan;
  changed: boolean;
  dryRun: boolean;
  releases: Map<string, number>;
}): ImportReport {
  return {
    ...rest,
    parts: plan.parts.map(({ part, label, outcome }) => ({ kind: part.kind, name: label, outcome })),
    courses: plan.courses.map(({ draft, outcome }) => ({
      slug: draft.slug,
      outcome,
      release: releases.get(draft.id) ?? null,
    })),
  };
}
