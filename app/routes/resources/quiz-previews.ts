import { z } from "zod";
import { checkPreview, checkPreviewSchema } from "#app/features/quiz/building/check-preview.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Grades the answers to a preview, and keeps nothing. */
export const action = declareAction({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  act: async ({ personCtx, params, form }) => {
    const given = checkPreviewSchema.safeParse(Object.fromEntries(form));
    if (!given.success)
      throw new ExpectedError({ code: "badRequest", messageKey: "error:badRequest.text", status: 400 });
    return Response.json(await checkPreview(personCtx(), { ...params, ...given.data }));
  },
});
