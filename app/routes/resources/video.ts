import { z } from "zod";
import { cancelUpload } from "#app/features/lecture/cancel-upload.server.ts";
import { findUpload } from "#app/features/lecture/find-upload.server.ts";
import { noteArrived } from "#app/features/lecture/note-arrived.server.ts";
import { removeVideo } from "#app/features/lecture/remove-video.server.ts";
import { retryVideo } from "#app/features/lecture/retry-video.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ video: z.uuid() });
const acts = { cancel: cancelUpload, arrived: noteArrived, retry: retryVideo, remove: removeVideo };
const intentSchema = z.enum(["cancel", "arrived", "retry", "remove"]);

/** How a video that is uploaded stands, for who uploads it. */
export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params: { video } }) => Response.json(await findUpload(personCtx(), { videoId: video })),
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["cancel", "arrived", "retry", "remove"],
  act: async ({ personCtx, params: { video }, form }) => {
    const intent = intentSchema.safeParse(form.get("intent"));
    if (!intent.success) throw notFound();
    await acts[intent.data](personCtx(), { videoId: video });
    return Response.json({ done: true });
  },
});
