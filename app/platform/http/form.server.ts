import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { z } from "zod";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { retryHeaders } from "#app/platform/errors/to-response.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";

/**
 * Parses a form and runs `run` on what it holds. When the input is not acceptable, or `run` throws an
 * expected error, answers with what was typed and with message keys beside the fields (or for the whole form).
 * `run` usually returns a redirect. `fieldOf` says which field an error's code belongs to.
 */
export async function handleForm<Schema extends z.ZodType, D>({
  form,
  schema,
  run,
  fieldOf,
}: {
  form: FormData;
  schema: Schema;
  run: (value: z.output<Schema>) => Promise<D>;
  fieldOf?: (code: string) => string | undefined;
}) {
  const submission = parseWithZod(form, { schema });
  const refuse = (result: SubmissionResult<string[]>, init: { status: number; headers?: Record<string, string> }) =>
    data({ result }, init);
  if (submission.status !== "success") return refuse(submission.reply({ hideFields: secretFields }), { status: 400 });
  try {
    return await run(submission.value);
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status === 404 || error.status === 410) throw error;
    const message = withValues(error.messageKey, error.values);
    const field = fieldOf?.(error.code);
    const reply = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] };
    const { status } = error;
    return refuse(submission.reply({ ...reply, hideFields: secretFields }), { status, headers: retryHeaders(error) });
  }
}

/** Never sent back to the page. */
export const secretFields = ["password", "currentPassword", "newPassword", "code"];
