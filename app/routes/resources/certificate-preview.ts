import { z } from "zod";
import { certificateForms } from "#app/features/certificate/certificate-forms.ts";
import { previewSubjects } from "#app/features/certificate/document/sample-snapshot.ts";
import { drawTemplatePreview } from "#app/features/certificate/templates/draw-preview.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareJsonAction } from "#app/platform/http/declare-json-action.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

const body = z.object({ design: z.json(), form: z.enum(certificateForms), subject: z.enum(previewSubjects) });

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Draws a design as it stands in its editor. */
export const action = declareJsonAction({
  access: "admin",
  body,
  act: async ({ personCtx, body }) => Response.json(await drawTemplatePreview(personCtx(), body)),
});
