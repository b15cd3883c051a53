import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Clock } from "#app/platform/clock/clock.ts";
import type { Db, DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { readFileApart } from "./exchange/apart/read-file-apart.server.ts";
import { type FittedQuestion, fitIntoBank, type NewFile } from "./exchange/bank/fit-into-bank.server.ts";
import { readBank } from "./exchange/bank/read-bank.server.ts";
import { holdImports, saveQuestions } from "./exchange/bank/save-questions.server.ts";
import { questionDigest } from "./exchange/canonical-question.ts";
import type { ImportFormat } from "./exchange/exchange-formats.ts";
import type { Loss, Refusal } from "./exchange/exchanged-question.ts";

const TIMEOUT_MS = 120_000;

export type ImportedQuestion = {
  name: string;
  type: string;
  where: string;
  category: string[];
  losses: Loss[];
  /** The bank had it already: nothing was added. */
  already: boolean;
};

export type ImportReport = {
  format: ImportFormat;
  dryRun: boolean;
  /** How many were added, or would be. */
  added: number;
  questions: ImportedQuestion[];
  refused: Refusal[];
  /** What the file says beside its questions, and nothing here keeps. */
  aside: { where: string; losses: Loss[] }[];
};

type File = { name: string; bytes: Uint8Array; format: ImportFormat };

/**
 * Takes the questions of a file into a course's bank, each by itself: what is wrong with one is reported and costs no
 * other. What the bank holds already, or held as it came from a file, is not added again. With `dryRun` only tells what
 * would happen. For those who may edit the course; throws 404 for others.
 */
export async function importQuestions(
  ctx: Pick<PersonContext, "db" | "actor" | "clock" | "requestId">,
  { course, file, dryRun = false }: { course: string; file: File; dryRun?: boolean },
): Promise<ImportReport> {
  const { id, sourceLocale } = await openCourseDraft(ctx, { course });
  return importQuestionsUnsafe(ctx, { course: { id, sourceLocale }, file, dryRun });
}

type Context = { db: Db; clock: Clock; actor: { id: string } | null; requestId?: string };
type Input = { course: { id: string; sourceLocale: string }; file: File; dryRun: boolean };

/** As `importQuestions`, for those who run the machine: nothing is checked about who asks. */
export async function importQuestionsUnsafe(ctx: Context, { course, file, dryRun }: Input): Promise<ImportReport> {
  const locale: Locale = localeSchema.parse(course.sourceLocale);
  const read = await readFileApart({ ...file, locale });
  const fitted = await fitIntoBank(ctx.db, { courseId: course.id, read });
  const report = { format: file.format, dryRun, refused: fitted.refused, aside: read.aside ?? [] };
  if (dryRun || fitted.questions.length === 0) {
    return { ...report, ...sayQuestions(await markKnown(ctx.db, course.id, fitted.questions)) };
  }
  // Objects are named by what they hold, so that those of an import that then fails harm nobody.
  for (const { bytes, contentType } of fitted.files) await putObject({ bytes, contentType });
  const marked = await inTransaction(ctx.db, (tx) => write(tx, { ctx, course, file, fitted }), {
    timeoutMs: TIMEOUT_MS,
  });
  return { ...report, ...sayQuestions(marked) };
}

type Fitted = { questions: FittedQuestion[]; files: NewFile[] };
type Writing = { ctx: Context; course: Input["course"]; file: File; fitted: Fitted };

async function write(tx: Tx, { ctx, course, file, fitted }: Writing): Promise<Marked[]> {
  const courseId = course.id;
  await holdImports(tx, courseId);
  const marked = await markKnown(tx, courseId, fitted.questions);
  const questions = marked.filter(({ already }) => !already);
  if (questions.length === 0) return marked;
  const rows = fitted.files.map(({ path, sha256, contentType, bytes }) => ({
    ...{ courseId, path, sha256, contentType, bytes: bytes.length },
  }));
  await tx.courseMedia.createMany({ data: rows, skipDuplicates: true });
  const added = await saveQuestions(tx, {
    ...{ courseId, questions, createdById: ctx.actor?.id ?? null, now: ctx.clock.now() },
  });
  await writePlainEntry(tx, ctx, {
    ...{ action: "question.import", subjectType: "course", subjectId: courseId },
    after: { file: file.name, format: file.format, added },
  });
  return marked;
}

type Marked = FittedQuestion & { digest: string; already: boolean };

/** Which of the questions the bank has: as they stand in it now, or as they once came into it from a file. */
async function markKnown(db: DbOrTx, courseId: string, questions: readonly FittedQuestion[]): Promise<Marked[]> {
  const bank = questions.length === 0 ? [] : await readBank(db, { courseId });
  const known = new Set(bank.flatMap(({ fileSha256, question }) => [fileSha256 ?? "", questionDigest(question)]));
  return questions.map((fitted) => {
    const digest = questionDigest(fitted.read);
    const already = known.has(digest) || known.has(questionDigest(fitted.question));
    known.add(digest);
    return { ...fitted, digest, already };
  });
}

function sayQuestions(marked: readonly Marked[]): Pick<ImportReport, "added" | "questions"> {
  const questions = marked.map(({ question: { name, type, category }, where, losses, already }) => ({
    ...{ name, type, where, category, losses, already },
  }));
  return { added: questions.filter(({ already }) => !already).length, questions };
}
