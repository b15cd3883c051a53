import { z } from "zod";
import { receiveUpload } from "#app/features/lecture/receive-upload.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareBodyAction, declareLoader, type RouteInput } from "#app/platform/http/declare-route.server.ts";

const params = z.object({ video: z.uuid() });

function receive({ personCtx, params: { video }, request }: RouteInput<z.infer<typeof params>, unknown>) {
  if (request.method !== "HEAD" && request.method !== "PATCH") throw notFound();
  return receiveUpload(personCtx(), { videoId: video, request });
}

/** How much of a video is here, by the tus protocol (HEAD). */
export const loader = declareLoader({ access: "anyone", params, load: receive });

/** A part of a video, by the tus protocol (PATCH). */
export const action = declareBodyAction({ access: "anyone", params, act: receive });
