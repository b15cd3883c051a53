import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { locales } from "#app/platform/i18n/locales.ts";

/** One's own rooms, and what only people can do something with. Lessons open to all stand under /learn/ and may be read. */
const PRIVATE = [
  "/account",
  "/learn$",
  "/teach",
  "/admin",
  "/dev",
  "/webhooks",
  "/sign-in",
  "/sign-up",
  "/verify-email",
];

/** Each language by its name: with `/*`, a course about teaching or accounts would be closed too. */
const BEGINNINGS = ["", ...locales.map((locale) => `/${locale}`)];

/** What search engines may read (RFC 9309). */
export const loader = declareLoader({
  access: "anyone",
  load: ({ url }) => {
    const closed = BEGINNINGS.flatMap((beginning) => PRIVATE.map((path) => `Disallow: ${beginning}${path}`));
    const lines = ["User-agent: *", "Allow: /", ...closed, "", `Sitemap: ${publicOrigin(url)}/sitemap.xml`, ""];
    return new Response(lines.join("\n"), {
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    });
  },
});
