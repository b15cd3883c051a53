import { redirect } from "react-router";
import { z } from "zod";
import {
  addTemplate,
  deleteTemplate,
  makeTemplateDefault,
} from "#app/features/certificate/templates/change-templates.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { serverWords } from "#app/platform/i18n/messages.server.ts";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("new") }),
  z.object({ intent: z.enum(["copy", "make-default", "delete"]), template: z.uuid() }),
]);

const list = "/admin/certificates/templates";

/** Makes, copies and deletes templates, and says which one is used where none is named. */
export async function templatesActions({ form, personCtx, href }: RouteInput<unknown, unknown> & { form: FormData }) {
  const ctx = personCtx();
  const words = serverWords(ctx.locale).of("certificate-template");
  const nameOf = (copied: string | null) =>
    copied === null ? words("list.newName") : words("list.copyName", { name: copied });
  const known = schema.safeParse(Object.fromEntries(form));
  if (!known.success) throw notFound();
  return handleForm({
    form,
    schema,
    run: async (act) => {
      if (act.intent === "new") return redirect(href(`${list}/${await addTemplate(ctx, { nameOf })}`));
      const { template: templateId } = act;
      if (act.intent === "copy")
        return redirect(href(`${list}/${await addTemplate(ctx, { copyOf: templateId, nameOf })}`));
      if (act.intent === "make-default") {
        await makeTemplateDefault(ctx, { templateId });
        return redirectWithNotice(href(list), "certificate-template:notice.madeDefault");
      }
      await deleteTemplate(ctx, { templateId });
      return redirectWithNotice(href(list), "certificate-template:notice.deleted");
    },
  });
}
