import { z } from "zod";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { themeSheet } from "#app/platform/site/palette.ts";
import { THEME_EDITION } from "#app/platform/site/theme-href.ts";

const colour = z.string().regex(/^[0-9a-f]{6}$/);
const fileSchema = z
  .templateLiteral([z.literal(THEME_EDITION), ".", colour, ".", colour, ".css"])
  .transform((file) => file.split("."));

/** The style sheet of the two colours that its address names; it holds nothing else, so it may be kept for good. */
export const loader = declareLoader({
  access: "anyone",
  params: z.object({ file: fileSchema }),
  load: ({ params: { file } }) =>
    new Response(themeSheet({ light: `#${file[1]}`, dark: `#${file[2]}` }), {
      headers: {
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
      },
    }),
});
