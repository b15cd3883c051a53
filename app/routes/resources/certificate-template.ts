import { z } from "zod";
import { saveTemplate } from "#app/features/certificate/templates/save-template.server.ts";
import { saveTemplateSchema } from "#app/features/certificate/templates/template-schema.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Saves a template from its editor. */
export const action = declareJsonAction({
  access: "admin",
  params: z.object({ template: z.uuid() }),
  body: saveTemplateSchema,
  act: async ({ personCtx, params, body }) =>
    Response.json(await saveTemplate(personCtx(), { templateId: params.template, ...body })),
});
