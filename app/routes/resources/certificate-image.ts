import { z } from "zod";
import { findTemplateImage } from "#app/features/certificate/templates/add-image.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { filePolicy } from "#app/platform/http/security-headers.server.ts";

/** An image of certificate templates, for those who make them: a signature is not for everybody. */
export const loader = declareLoader({
  access: "admin",
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  load: async ({ personCtx, params }) => {
    const { bytes, contentType } = await findTemplateImage(personCtx(), params);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": contentType,
        "Content-Length": String(bytes.length),
        "Cache-Control": "private, max-age=31536000, immutable",
        "Content-Security-Policy": filePolicy,
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
