import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { academyNames } from "#app/platform/i18n/academy-names.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { saidIn } from "#app/platform/site/site.ts";

const HOUSE_COLOUR = "#0f5d6c";

const icon = (name: string, rest: object) => ({ src: `/icons/${name}`, ...rest });
const icons = [
  icon("icon.svg", { type: "image/svg+xml", sizes: "any" }),
  icon("icon-192.png", { type: "image/png", sizes: "192x192" }),
  icon("icon-512.png", { type: "image/png", sizes: "512x512" }),
  icon("maskable-512.png", { type: "image/png", sizes: "512x512", purpose: "maskable" }),
];

/** How a device keeps the academy among its apps (W3C Web App Manifest): by its own name and colour. */
export const loader = declareLoader({
  access: "anyone",
  load: ({ web: { site } }) => {
    const nameIn = (locale: Locale) => saidIn(site, locale).name ?? academyNames[locale];
    const names = new Set([nameIn("ar"), nameIn("en")]);
    const manifest = {
      ...{ name: [...names].join(" · "), short_name: nameIn("ar"), lang: "ar", dir: "rtl" },
      ...{ start_url: "/learn", scope: "/", display: "standalone" },
      ...{ background_color: "#fbf8f1", theme_color: site.accents?.light ?? HOUSE_COLOUR, icons },
    };
    return new Response(JSON.stringify(manifest), {
      headers: {
        // Browsers take any type of JSON for it.
        "Content-Type": "application/json; charset=utf-8",
        "Cache-Control": "public, max-age=3600",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
