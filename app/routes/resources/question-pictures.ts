import { z } from "zod";
import { addPicture, MAX_PICTURE_BYTES } from "#app/features/quiz/bank/add-picture.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ course: z.string() });
const formSchema = z.object({ picture: z.instanceof(File) });

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** Adds a picture to the course's files for a question that is being written. */
export const action = declareAction({
  access: "teaching",
  params,
  // With room for what a form adds, so that a picture just too large is refused in words.
  limit: MAX_PICTURE_BYTES * 2,
  act: async ({ personCtx, params, form }) => {
    const ctx = personCtx();
    try {
      const given = formSchema.safeParse(Object.fromEntries(form));
      const { picture } = given.data ?? {};
      const bytes = picture ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array();
      const added = await addPicture(ctx, { ...params, name: picture?.name ?? "", bytes });
      return Response.json({ result: "added", picture: added });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.status === 404) throw error;
      const { messageKey, values, status } = error;
      return Response.json({ result: "refused", messageKey, values }, { status });
    }
  },
});
