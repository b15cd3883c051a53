import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { writeZip } from "#app/platform/archive/write-zip.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { type BankChoice, readBank } from "./exchange/bank/read-bank.server.ts";
import { type ExportFormat, LOSSES_FILE } from "./exchange/exchange-formats.ts";
import type { ExchangedQuestion, QuestionFile, WrittenQuestions } from "./exchange/exchanged-question.ts";
import { filesNamedBy } from "./exchange/named-files.ts";
import { questionWriters } from "./exchange/question-writers.ts";

export type ExportReport = Pick<WrittenQuestions, "lossy" | "refused"> & {
  /** Those that are in the file. */
  written: { name: string; type: string }[];
};

export type Exported = {
  report: ExportReport;
  file: { name: string; contentType: string; bytes: Uint8Array<ArrayBuffer> };
};

/** Says in words what is not in a file; nothing where all is. */
export type SayLosses = (report: ExportReport) => string;

type Input = BankChoice & { format: ExportFormat; sayLosses: SayLosses };

/**
 * Questions of a course's bank as a file of a format: a zip archive where there is more than one file to it. What the
 * format cannot say is in the report, and in words beside the file. For those who may edit the course; throws 404 for
 * others.
 */
export async function exportQuestions(
  ctx: Pick<PersonContext, "db" | "actor">,
  { course: slug, ...input }: Input & { course: string },
): Promise<Exported> {
  const course = await openCourseDraft(ctx, { course: slug });
  return exportQuestionsUnsafe(ctx.db, { course, ...input });
}

/** As `exportQuestions`, for those who run the machine: nothing is checked about who asks. */
export async function exportQuestionsUnsafe(
  db: DbOrTx,
  { course, format, sayLosses, ...choice }: Input & { course: { id: string; slug: string; sourceLocale: string } },
): Promise<Exported> {
  const bank = await readBank(db, { courseId: course.id, ...choice });
  const questions = bank.map(({ question }) => question);
  const media = await readMedia(db, course.id, questions);
  const locale = localeSchema.parse(course.sourceLocale);
  const { files, lossy, refused } = questionWriters[format](questions, { locale, media });
  const left = new Set(refused.map(({ name }) => name));
  const written = questions.filter(({ name }) => !left.has(name)).map(({ name, type }) => ({ name, type }));
  const report = { written, lossy, refused };
  const words = sayLosses(report);
  const beside = words === "" ? [] : [{ path: LOSSES_FILE, bytes: new TextEncoder().encode(words) }];
  return { report, file: await packed(`${course.slug}-questions`, [...files, ...beside]) };
}

async function packed(name: string, files: QuestionFile[]): Promise<Exported["file"]> {
  const [only] = files;
  if (files.length !== 1 || !only) {
    return { name: `${name}.zip`, contentType: "application/zip", bytes: await writeZip(files) };
  }
  const ending = only.path.replace(/^.*\./, "");
  return { name: `${name}.${ending}`, contentType: typeOf(ending), bytes: new Uint8Array(only.bytes) };
}

function typeOf(ending: string): string {
  if (ending === "xml") return "application/xml; charset=utf-8";
  return ending === "yaml" ? "application/yaml; charset=utf-8" : "text/plain; charset=utf-8";
}

/** The course's files that the questions name, by path; those that are gone are not there. */
async function readMedia(db: DbOrTx, courseId: string, questions: readonly ExchangedQuestion[]) {
  const paths = [...new Set(questions.flatMap(filesNamedBy))];
  const rows = await db.courseMedia.findMany({
    where: { courseId, path: { in: paths } },
    orderBy: { path: "asc" },
    select: { path: true, sha256: true },
  });
  const media = new Map<string, Uint8Array>();
  for (const { path, sha256 } of rows) {
    const bytes = await getObject(sha256);
    if (bytes) media.set(path, bytes);
  }
  return media;
}
