import { canSeeReports } from "#app/features/course/course-access.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";
import { unsafeLoadPaper } from "../load-paper.server.ts";
import { contentTypeOf } from "../question-types/file-upload/file-signs.ts";
import { type AnswerFileView, storeKey, viewOf } from "./answer-file.ts";

/**
 * A file of an answer, for its learner and for those who teach the course. Where grading is blind, those who grade are
 * not told how its learner called it. Throws 404 to everybody else.
 */
export async function findAnswerFile(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { fileId }: { fileId: string },
) {
  const row = await db.answerFile.findUnique({
    where: { id: fileId },
    select: {
      ...{ attemptId: true, slot: true, name: true, storedAt: true },
      attempt: {
        select: {
          enrolment: {
            select: {
              userId: true,
              course: {
                select: {
                  deletedAt: true,
                  instructors: { where: { instructorId: actor.instructorId ?? undefined }, take: 1 },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!row?.storedAt) throw notFound();
  const { userId, course } = row.attempt.enrolment;
  const isOwn = userId === actor.id;
  const role = actor.instructorId === null ? null : (course.instructors[0]?.role ?? null);
  if (!isOwn && !canSeeReports(actor, { role, deletedAt: course.deletedAt })) throw notFound();
  const { paper } = await unsafeLoadPaper(db, row.attemptId);
  const found = await largeFiles().find(storeKey(fileId));
  if (!found) throw notFound();
  const isBlind = !isOwn && paper.rules.blindGrading;
  return {
    id: fileId,
    fileName: isBlind ? blindName({ ...row, id: fileId }) : row.name,
    contentType: contentTypeOf(row.name),
    bytes: found.bytes,
    modifiedAt: found.modifiedAt,
    stream: (from: number, to: number) => largeFiles().stream(storeKey(fileId), from, to),
  };
}

const blindName = ({ id, slot, name }: { id: string; slot: number; name: string }) =>
  `${slot}-${id.slice(-8)}.${name.split(".").at(-1) ?? ""}`;

/**
 * All files that were sent with an attempt; of what nobody may know the learner's names, `blind`. Says nothing of who
 * may see them: that is for the caller.
 */
export async function unsafeFindAnswerFiles(
  db: DbOrTx,
  { attemptId, blind = false }: { attemptId: string; blind?: boolean },
): Promise<AnswerFileView[]> {
  const rows = await db.answerFile.findMany({
    where: { attemptId, storedAt: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, slot: true, name: true, bytes: true },
  });
  return rows.map((row) => viewOf(blind ? { ...row, name: blindName(row) } : row));
}
