import type { SubmissionResult } from "@conform-to/react";
import { data } from "react-router";
import { gradesRefused } from "#app/features/gradebook/gradebook-errors.ts";
import { takeGradesSchema } from "#app/features/gradebook/gradebook-schema.ts";
import { type GradeImportLook, lookAtGrades } from "#app/features/gradebook/import/look-at-grades.server.ts";
import { MOST_FILE_BYTES } from "#app/features/gradebook/import/read-grade-file.ts";
import { takeGrades } from "#app/features/gradebook/import/take-grades.server.ts";
import { openGradebookToChange } from "#app/features/gradebook/open-gradebook.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { readBytes } from "#app/platform/http/read-body.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

type Input = RouteInput<{ course: string }, unknown>;
type Answer = { look?: GradeImportLook; refused?: string; result?: SubmissionResult<string[]> };

/** A file, or the changes that one would make, with what stands around them in a form. */
const LIMIT = 3 * MOST_FILE_BYTES;

/** Does what a form of the page asks for by its `intent`: looks at a file, or takes what was looked at. */
export async function importGradesActions(input: Input) {
  // Before anything of the file is read.
  await openGradebookToChange(input.personCtx(), input.params);
  try {
    const form = await readForm(input.request);
    const intent = form.get("intent");
    if (intent === "look") return answer({ look: await look(input, form) });
    if (intent === "take") return await take(input, form);
    throw notFound();
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404) throw error;
    return answer({ refused: withValues(error.messageKey, error.values) }, { status: error.status });
  }
}

const answer = (told: Answer, init?: ResponseInit) => data(told, init);

async function readForm(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, { limit: LIMIT }).catch((error: unknown) => {
    throw error instanceof ExpectedError && error.status === 413 ? gradesRefused("tooLarge") : error;
  });
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  return new Response(bytes, { headers }).formData().catch(() => {
    throw gradesRefused("noFile");
  });
}

async function look({ personCtx, params }: Input, form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) throw gradesRefused("noFile");
  if (file.size > MOST_FILE_BYTES) throw gradesRefused("tooLarge");
  return lookAtGrades(personCtx(), { ...params, bytes: new Uint8Array(await file.arrayBuffer()) });
}

async function take({ personCtx, params, href }: Input, form: FormData) {
  const refused = await handleForm({
    form,
    schema: takeGradesSchema,
    run: async (given): Promise<never> => {
      const { changed } = await takeGrades(personCtx(), { ...params, ...given });
      const done = changed === 0 ? "gradebook:notice.importedNone" : "gradebook:notice.imported";
      throw redirectWithNotice(href(`/teach/${params.course}/grades`), done, { count: changed });
    },
  });
  return answer({ result: refused.data.result }, refused.init ?? undefined);
}
