import { z } from "zod";
import { findMedia } from "#app/features/course/find-media.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** A drawing or picture of a course. Its address holds the hash of its bytes, so it never changes. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  load: async ({ ctx, params, request }) => {
    const { bytes, contentType, isPublic } = await findMedia(ctx, params);
    const etag = `"${params.sha256}"`;
    const headers = {
      "Content-Type": contentType,
      "Content-Length": String(bytes.length),
      "Cache-Control": `${isPublic ? "public" : "private"}, max-age=31536000, immutable`,
      ETag: etag,
      // A drawing opened by itself is a document of this origin: it may run and load nothing.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "X-Content-Type-Options": "nosniff",
    };
    if (request.headers.get("If-None-Match")?.includes(etag)) {
      const { "Content-Length": _, ...rest } = headers;
      return new Response(null, { status: 304, headers: rest });
    }
    return new Response(new Uint8Array(bytes), { headers });
  },
});
