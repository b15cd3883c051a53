import { z } from "zod";
import { findAnswerFile } from "#app/features/quiz/answer-files/find-answer-file.server.ts";
import { attachmentNamed } from "#app/platform/http/attachment-name.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { filePolicy } from "#app/platform/http/security-headers.server.ts";
import { sendFile } from "#app/platform/http/send-file.server.ts";

/** A file of an answer. It was made by somebody else, so that no browser is to open it as a page of ours. */
export const loader = declareLoader({
  access: "signedIn",
  params: z.object({ file: z.uuid() }),
  load: async ({ personCtx, params, request }) => {
    const file = await findAnswerFile(personCtx(), { fileId: params.file });
    return sendFile(
      request,
      { ...file, name: file.id },
      {
        "Cache-Control": "private, no-store",
        "Content-Disposition": attachmentNamed(file.fileName),
        "Content-Security-Policy": filePolicy,
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
      },
    );
  },
});
