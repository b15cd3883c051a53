import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { writeSecurityTxt } from "#app/platform/http/security-txt.server.ts";

/** Whom to tell of a weakness (RFC 9116). */
export const loader = declareLoader({
  access: "anyone",
  load: ({ ctx: { clock }, url }) => {
    const text = writeSecurityTxt({ origin: publicOrigin(url), now: clock.now() });
    if (!text) throw notFound();
    return new Response(text, {
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=86400" },
    });
  },
});
