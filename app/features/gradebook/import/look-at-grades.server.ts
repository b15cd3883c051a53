import { findEnrolmentGrades } from "#app/features/progress/find-enrolment-grades.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { locales, type Translated } from "#app/platform/i18n/locales.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";
import { findGradedColumns } from "../find-graded-columns.server.ts";
import { gradesRefused } from "../gradebook-errors.ts";
import { openGradebookToChange } from "../open-gradebook.server.ts";
import { type ColumnNames, isGradeHead, type MatchedColumns, matchColumns } from "./match-columns.ts";
import { packChanges } from "./packed-changes.ts";
import { type ImportPlan, type KnownLearner, planImport, whoseLine } from "./plan-import.ts";
import { decodeText, type Line, readTable } from "./read-grade-file.ts";

/** How many changes, and how many refusals, are shown; all are counted. */
const MOST_SHOWN = 500;

/** What a file would do, before it does it. */
export type GradeImportLook = ImportPlan & {
  changeCount: number;
  refusedCount: number;
  /** Lessons of the file, by id. */
  titles: Record<string, Translated>;
  /** Columns that are left out. */
  unknown: string[];
  /** The changes, to be sent with the reason. */
  packed: string;
};

const names: ColumnNames = (column) => locales.map((locale) => serverWords(locale).of("gradebook")(`csv.${column}`));

/**
 * Reads a file of grades as an export writes it, and tells what it would change; nothing is changed. Throws 404 where
 * the actor may not change the course's grades, and refuses what is no CSV of grades: `notText`, `notCsv`, `tooMany`,
 * `noLessons`, and `noLearners` where none of its lines is about a learner of the course.
 */
export async function lookAtGrades(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, bytes }: { course: string; bytes: Uint8Array },
): Promise<GradeImportLook> {
  const { db } = ctx;
  const { courseId } = await openGradebookToChange(ctx, { course: slug });
  const { head, lines } = readTable(decodeText(bytes), (cells) => isGradeHead(cells, names));
  const lessons = await findGradedColumns(db, { courseId });
  const columns = matchColumns(head.cells, { lessons, names });
  if (columns.lessons.length === 0) throw gradesRefused("noLessons");
  const learners = await findLearners(db, { courseId, lines, columns });
  if (learners.length === 0) throw gradesRefused("noLearners");
  const grades = await findEnrolmentGrades(db, { enrolmentIds: learners.map(({ enrolmentId }) => enrolmentId) });
  const { changes, refused, unchanged } = planImport(lines, { columns, learners, grades });
  return {
    changes: changes.slice(0, MOST_SHOWN),
    refused: refused.slice(0, MOST_SHOWN),
    ...{ unchanged, changeCount: changes.length, refusedCount: refused.length },
    titles: Object.fromEntries(lessons.map(({ lessonId, titles }) => [lessonId, titles])),
    unknown: columns.unknown,
    packed: packChanges(changes),
  };
}

/** Those of the course's learners of whom the file speaks. Of anybody else it is not told whether there is such. */
async function findLearners(
  db: DbOrTx,
  { courseId, lines, columns }: { courseId: string; lines: readonly Line[]; columns: MatchedColumns },
): Promise<KnownLearner[]> {
  const whose = lines.map((line) => whoseLine(line, columns));
  const ids = new Set(whose.map(({ enrolmentId }) => enrolmentId));
  const emails = new Set(whose.map(({ email }) => email));
  const rows = await db.enrolment.findMany({
    where: { courseId },
    select: { id: true, user: { select: { name: true, email: true } } },
  });
  return rows
    .map(({ id, user }) => ({ enrolmentId: id, name: user.name, email: user.email.toLowerCase() }))
    .filter(({ enrolmentId, email }) => ids.has(enrolmentId) || emails.has(email));
}
