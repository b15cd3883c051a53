import { data } from "react-router";
import { z } from "zod";
import { openCourseDraft } from "#app/features/course/open-course-draft.server.ts";
import { importRefused } from "#app/features/quiz/exchange/bank/import-errors.ts";
import { type ImportFormat, importFormats, MOST_FILE_BYTES } from "#app/features/quiz/exchange/exchange-formats.ts";
import { lookAtQuestions, takeQuestions } from "#app/features/quiz/look-at-questions.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { readBytes } from "#app/platform/http/read-body.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<{ course: string }, unknown>;

/** The file, and the fields and bounds around it in the form. */
const LIMIT = MOST_FILE_BYTES + 64 * 1024;

const formatSchema = z.enum(importFormats).optional().catch(undefined);

/** Does what a form of the page asks for by its `intent`: looks at a file, or takes what was looked at. */
export async function importQuestionsActions(input: Input) {
  // Before anything of the file is read.
  await openCourseDraft(input.personCtx(), input.params);
  let format: ImportFormat | undefined;
  try {
    const form = await readForm(input.request);
    format = formatSchema.parse(form.get("format"));
    const intent = form.get("intent");
    if (intent === "look") return data({ seen: await look(input, form, format), format });
    if (intent === "take") return await take(input, form);
    throw notFound();
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    return data({ refused: withValues(error.messageKey, error.values), format }, { status: error.status });
  }
}

async function readForm(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, { limit: LIMIT }).catch((error: unknown) => {
    throw error instanceof ExpectedError && error.status === 413 ? importRefused("tooLarge") : error;
  });
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  return new Response(bytes, { headers }).formData().catch(() => {
    throw importRefused("noFile");
  });
}

async function look({ personCtx, params }: Input, form: FormData, format: ImportFormat | undefined) {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) throw importRefused("noFile");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = file.name.replace(/^.*[\\/]/, "").slice(0, 200) || "file";
  return lookAtQuestions(personCtx(), { ...params, name, bytes, format });
}

async function take({ personCtx, params, href }: Input, form: FormData): Promise<never> {
  const upload = z.uuid().safeParse(form.get("upload"));
  if (!upload.success) throw importRefused("uploadGone");
  const { added } = await takeQuestions(personCtx(), { ...params, upload: upload.data });
  const here = href(`/teach/${params.course}/questions/import`);
  if (added === 0) throw redirectWithNotice(here, "question-import:doneNone");
  throw redirectWithNotice(here, "question-import:done", { count: added });
}
