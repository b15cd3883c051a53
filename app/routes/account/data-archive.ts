import { z } from "zod";
import { openExport } from "#app/features/privacy/export/open-export.server.ts";
import { attachmentNamed } from "#app/platform/http/attachment-name.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { filePolicy } from "#app/platform/http/security-headers.server.ts";
import { sendFile } from "#app/platform/http/send-file.server.ts";

/** What a person asked for of her data, for herself alone. */
export const loader = declareLoader({
  access: "signedIn",
  params: z.object({ export: z.uuid() }),
  load: async ({ personCtx, params, request }) => {
    const file = await openExport(personCtx(), { exportId: params.export });
    return sendFile(request, file, {
      "Cache-Control": "private, no-store",
      "Content-Disposition": attachmentNamed(file.fileName),
      "Content-Security-Policy": filePolicy,
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    });
  },
});
