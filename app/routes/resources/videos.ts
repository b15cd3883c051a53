import { beginUpload, uploadSchema } from "#app/features/lecture/begin-upload.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Begins the upload of a video for a lecture; answers where it is sent. */
export const action = declareAction({
  access: "teaching",
  act: async ({ personCtx, form, url }) => {
    const upload = uploadSchema.safeParse(Object.fromEntries(form));
    if (!upload.success) throw notFound();
    return Response.json(await beginUpload(personCtx(), { ...upload.data, origin: publicOrigin(url) }));
  },
});
