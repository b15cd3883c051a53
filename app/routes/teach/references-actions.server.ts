import { data } from "react-router";
import { z } from "zod";
import { deleteReference, saveReference } from "#app/features/lesson/references/change-references.server.ts";
import {
  type ImportedWork,
  importReferences,
  LONGEST_IMPORT,
} from "#app/features/lesson/references/import-references.server.ts";
import { referenceFormSchema } from "#app/features/lesson/references/reference-form.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<{ course: string }, unknown> & { form: FormData };

const existing = z.object({ key: z.string().max(64) });
const importSchema = z.object({
  text: z.string().max(LONGEST_IMPORT, "reference:errors.tooLong").default(""),
  file: z.file().max(LONGEST_IMPORT, "reference:errors.tooLong").optional(),
});

/** The field that an error of the use cases is about. */
const fieldOf = (code: string) => ({ keyTaken: "key", badKey: "key" })[code];

async function act(input: Input, intent: FormDataEntryValue | null) {
  const { form, params, href } = input;
  const ctx = input.personCtx();
  const done = (notice: string): never => {
    throw redirectWithNotice(href(`/teach/${params.course}/references`), `reference:notice.${notice}`);
  };
  if (intent === "save") {
    return handleForm({
      form,
      schema: referenceFormSchema,
      fieldOf,
      run: async (value) => {
        await saveReference(ctx, { ...params, form: value });
        return done("saved");
      },
    });
  }
  if (intent === "delete") {
    return handleForm({
      form,
      schema: existing,
      run: async ({ key }) => {
        await deleteReference(ctx, { ...params, key });
        return done("deleted");
      },
    });
  }
  if (intent !== "import") throw notFound();
  return handleForm({
    form,
    schema: importSchema,
    run: async ({ text, file }) => {
      const given = file && file.size > 0 ? await file.text() : text;
      return { works: await importReferences(ctx, { ...params, text: given }) };
    },
  });
}

/** Saves, deletes or takes in works of a bibliography. */
export async function changeReferences(input: Input) {
  const intent = input.form.get("intent");
  const outcome = await act(input, intent);
  const empty: ImportedWork[] | undefined = undefined;
  if ("works" in outcome) return { intent: String(intent), result: undefined, works: outcome.works };
  return data({ intent: String(intent), result: outcome.data.result, works: empty }, outcome.init ?? undefined);
}
