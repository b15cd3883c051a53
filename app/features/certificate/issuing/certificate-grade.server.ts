import { averageGrade, type Grade } from "#app/features/progress/course-grade.ts";
import { findCourseGrades } from "#app/features/progress/find-course-grades.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { loadTemplateVersion, type TemplateVersion } from "../templates/load-template-version.server.ts";
import type { CertificateFor } from "./certificate-acts-schema.ts";
import { type Award, unsafeLoadAward } from "./load-award.server.ts";

type Shown = { userId: string; award: Award; template: TemplateVersion };

async function findShownGrade(tx: Tx, { userId, award, template }: Shown): Promise<Grade> {
  if (!template.design.shows.grade || award.finishedAt === null) return null;
  const grades = await findCourseGrades(tx, { userId, courseIds: award.courseIds });
  return averageGrade([...grades.values()]);
}

/**
 * What the version of the template lets be said of her grade, in hundredths of a percent: nothing while some answer
 * waits for a person, since what is said is frozen.
 */
export async function gradeFor(tx: Tx, shown: Shown): Promise<number | null> {
  const grade = await findShownGrade(tx, shown);
  return grade === "waiting" ? null : grade;
}

/** Whether a certificate of today would show a grade that is not known yet, for some answer waits for a person. */
export async function gradeWaits(
  tx: Tx,
  { userId, for: subject }: { userId: string; for: CertificateFor },
): Promise<boolean> {
  const award = await unsafeLoadAward(tx, { userId, for: subject });
  if (!award) return false;
  const template = await loadTemplateVersion({ db: tx }, award);
  return (await findShownGrade(tx, { userId, award, template })) === "waiting";
}
