import { z } from "zod";
import { askForErasure } from "#app/features/privacy/erasure/ask-for-erasure.server.ts";
import { erasureSchema } from "#app/features/privacy/erasure/erasure-schema.ts";
import { askForExport } from "#app/features/privacy/export/ask-for-export.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";

type Input = RouteInput<unknown, unknown> & { form: FormData };

/** Does what a form of the page asks for by its `intent`. */
export function dataActions(input: Input) {
  const intent = input.form.get("intent");
  if (intent === "export") return makeExport(input);
  if (intent === "delete") return deleteAccount(input);
  throw notFound();
}

const makeExport = ({ form, href, personCtx }: Input) =>
  handleForm({
    form,
    schema: z.object({}),
    run: async () => {
      await askForExport(personCtx());
      return redirectWithNotice(href("/account/data"), "privacy:export.asked");
    },
  });

const deleteAccount = ({ form, href, personCtx }: Input) =>
  handleForm({
    form,
    schema: erasureSchema,
    fieldOf: (code) => (code === "wrongPassword" ? "currentPassword" : undefined),
    run: async (wanted) => {
      await askForErasure(personCtx(), wanted);
      // She is signed out by now.
      return redirectWithNotice(href("/sign-in"), "privacy:erasure.asked");
    },
  });
