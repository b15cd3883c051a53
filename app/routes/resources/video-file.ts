import { z } from "zod";
import { findVideoFile } from "#app/features/lecture/find-video-file.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { filePolicy } from "#app/platform/http/security-headers.server.ts";
import { sendFile } from "#app/platform/http/send-file.server.ts";

/** A video or what goes with it, by an address that was signed for who asks. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ video: z.uuid(), file: z.string().max(120) }),
  search: z.object({ token: z.string().max(1_000) }),
  load: async ({ ctx, params, search, request }) =>
    sendFile(request, await findVideoFile(ctx, { ...params, ...search }), {
      // Asked again each time, for the next person at this browser may be another.
      "Cache-Control": "private, no-cache",
      "Content-Security-Policy": filePolicy,
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    }),
});
