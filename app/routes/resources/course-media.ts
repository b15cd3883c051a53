import { z } from "zod";
import { addMedia } from "#app/features/lesson/media/add-media.server.ts";
import { findMediaChoices } from "#app/features/lesson/media/find-media-choices.server.ts";
import { mediaRefused } from "#app/features/lesson/media/media-errors.ts";
import { MAX_MEDIA_BYTES } from "#app/features/lesson/media/media-kinds.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { readBytes } from "#app/platform/http/read-body.server.ts";

const params = z.object({ course: z.string() });

/** The files of a course, for those who choose one in the editor of a lesson. */
export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params }) =>
    Response.json(await findMediaChoices(personCtx(), params), { headers: { "Cache-Control": "private, no-store" } }),
});

/** Adds a file to a course: the body is the file, the address says what it is called. */
export const action = declareBodyAction({
  access: "teaching",
  params,
  search: z.object({ name: z.string().max(500) }),
  act: async ({ personCtx, params, search, request }) => {
    const ctx = personCtx();
    try {
      const bytes = await readUploaded(request);
      return Response.json({ result: "added", file: await addMedia(ctx, { ...params, ...search, bytes }) });
    } catch (error) {
      if (!(error instanceof ExpectedError) || error.status === 404) throw error;
      const { messageKey, values, status } = error;
      return Response.json({ result: "refused", messageKey, values }, { status });
    }
  },
});

/** Throws `mediaRefused` for more than a course takes, unread. */
async function readUploaded(request: Request): Promise<Uint8Array> {
  try {
    return await readBytes(request, { limit: MAX_MEDIA_BYTES });
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status !== 413) throw error;
    throw mediaRefused("tooLarge", { megabytes: MAX_MEDIA_BYTES / 1024 / 1024 });
  }
}
