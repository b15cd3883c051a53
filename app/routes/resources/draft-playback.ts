import { z } from "zod";
import { findDraftLecture } from "#app/features/lecture/editing/find-draft-lecture.server.ts";
import { findDraftPlayback, playbackOfDraft } from "#app/features/lecture/editing/find-draft-playback.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Where the bytes of a draft's video are fetched, for who may edit it. */
export const loader = declareLoader({
  access: "teaching",
  params: z.object({ course: z.string(), lesson: z.string() }),
  load: async ({ personCtx, params }) => {
    const ctx = personCtx();
    const playback = await findDraftPlayback(ctx, await findDraftLecture(ctx, params));
    return Response.json(playbackOfDraft(ctx, playback), { headers: { "Cache-Control": "private, no-store" } });
  },
});
