import { z } from "zod";
import { addTemplateImage, MAX_IMAGE_BYTES } from "#app/features/certificate/templates/add-image.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

const formSchema = z.object({ image: z.instanceof(File) });

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Keeps an image for templates. */
export const action = declareAction({
  access: "admin",
  // With room for larger ones, so that an image too large is refused in words.
  limit: MAX_IMAGE_BYTES * 16,
  act: async ({ personCtx, form }) => {
    try {
      const { image } = formSchema.safeParse(Object.fromEntries(form)).data ?? {};
      const bytes = image ? new Uint8Array(await image.arrayBuffer()) : new Uint8Array();
      return Response.json({ result: "added", image: await addTemplateImage(personCtx(), { bytes }) });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.status === 404) throw error;
      const { messageKey, values, status } = error;
      return Response.json({ result: "refused", messageKey, values }, { status });
    }
  },
});
