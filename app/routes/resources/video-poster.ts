import { z } from "zod";
import { savePoster } from "#app/features/lecture/save-poster.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { readBytes } from "#app/platform/http/read-body.server.ts";

const MAX_POSTER_BYTES = 4 * 1024 * 1024;

export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

/** The picture of a video that the browser took from the file while uploading it. */
export const action = declareBodyAction({
  access: "teaching",
  params: z.object({ video: z.uuid() }),
  act: async ({ personCtx, params: { video }, request }) => {
    await savePoster(personCtx(), { videoId: video, bytes: await readBytes(request, { limit: MAX_POSTER_BYTES }) });
    return Response.json({ done: true });
  },
});
