import { z } from "zod";
import { findMedia } from "#app/features/course/find-media.server.ts";
import { attachmentNamed } from "#app/platform/http/attachment-name.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { sendMedia } from "./send-media.server.ts";

/**
 * A drawing, picture or file of a course. Its address holds the hash of its bytes, so it never changes. What is no
 * picture is for keeping: no browser is to open it as a page of ours.
 */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  load: async ({ ctx, params: { sha256 }, request }) => {
    const { bytes, contentType, fileName, isPublic } = await findMedia(ctx, { sha256 });
    const isPicture = contentType.startsWith("image/");
    const type = contentType.startsWith("text/") ? `${contentType}; charset=utf-8` : contentType;
    return sendMedia(request, {
      sha256,
      bytes,
      contentType: type,
      cacheControl: `${isPublic ? "public" : "private"}, max-age=31536000, immutable`,
      headers: isPicture ? {} : { "Content-Disposition": fileName ? attachmentNamed(fileName) : "attachment" },
    });
  },
});
