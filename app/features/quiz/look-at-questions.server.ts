import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { importRefused } from "./exchange/bank/import-errors.ts";
import { forgetUpload, keepUpload, readUpload } from "./exchange/bank/question-uploads.server.ts";
import { type ImportFormat, MOST_FILE_BYTES } from "./exchange/exchange-formats.ts";
import { guessFormat } from "./exchange/guess-format.ts";
import { type ImportView, viewImport } from "./exchange/import-view.ts";
import { type ImportReport, importQuestions } from "./import-questions.server.ts";

type Context = Pick<PersonContext, "db" | "actor" | "clock" | "requestId">;

/**
 * Tells what importing a file would do, and keeps the file for an hour where something can be taken. For those who may
 * edit the course; throws 404 for others, and `noFile`, `tooLarge`, `formatUnknown`.
 */
export async function lookAtQuestions(
  ctx: Context,
  {
    course,
    name,
    bytes,
    format,
  }: { course: string; name: string; bytes: Uint8Array; format: ImportFormat | undefined },
): Promise<{ view: ImportView; upload: string | null }> {
  const { id: courseId } = await openCourseDraft(ctx, { course });
  if (bytes.length === 0) throw importRefused("noFile");
  if (bytes.length > MOST_FILE_BYTES) throw importRefused("tooLarge");
  const known = format ?? guessFormat(bytes);
  if (!known) throw importRefused("formatUnknown");
  const file = { name, bytes, format: known };
  const report = await importQuestions(ctx, { course, file, dryRun: true });
  const upload = report.added > 0 ? await keepUpload(ctx, { courseId, ...file }) : null;
  return { view: viewImport(report, name), upload };
}

/** Imports a file that was looked at. Throws 404 for those who may not edit the course, and `uploadGone`. */
export async function takeQuestions(
  ctx: Context,
  { course, upload }: { course: string; upload: string },
): Promise<ImportReport> {
  const { id: courseId } = await openCourseDraft(ctx, { course });
  const file = await readUpload(ctx, { courseId, id: upload });
  const report = await importQuestions(ctx, { course, file });
  await forgetUpload(ctx, { id: upload });
  return report;
}
