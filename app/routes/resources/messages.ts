import { z } from "zod";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { messageGroups } from "#app/platform/i18n/message-group.ts";
import { messageBundle } from "#app/platform/i18n/messages.server.ts";

const fileSchema = z
  .templateLiteral([localeSchema, ".", z.enum(messageGroups), ".", z.string().regex(/^[0-9a-f]{12}$/), ".json"])
  .transform((file) => file.split("."));

export const loader = declareLoader({
  access: "anyone",
  params: z.object({ file: fileSchema }),
  load: ({ params, request }) => {
    const locale = localeSchema.parse(params.file[0]);
    const { body, brotli, version } = messageBundle(locale, z.enum(messageGroups).parse(params.file[1]));
    if (params.file[2] !== version) throw notFound();
    const compressed = /\bbr\b/.test(request.headers.get("Accept-Encoding") ?? "");
    return new Response(compressed ? brotli : body, {
      headers: {
        ...(compressed ? { "Content-Encoding": "br" } : {}),
        Vary: "Accept-Encoding",
        "Content-Type": "application/json; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
      },
    });
  },
});
