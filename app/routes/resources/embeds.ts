import { createHash } from "node:crypto";
import { z } from "zod";
import { type Embedded, parseEmbed } from "#app/features/lesson/blocks/embed/embed-providers.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { framePermissions } from "#app/platform/http/security-headers.server.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";

const STYLE = "html,body,iframe{border:0;display:block;height:100%;margin:0;width:100%}";
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";

/** Nothing runs here, nothing is loaded but the one frame, and no other site may show this page. */
function policyFor({ frame }: Embedded): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    // Providers send a browser on within their own site.
    `frame-src ${new URL(frame).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function pageOf({ frame, name, asksWhence }: Embedded): string {
  const whence = asksWhence ? "strict-origin" : "no-referrer";
  const attributes = `src="${escapeXml(frame)}" title="${escapeXml(name)}" sandbox="${SANDBOX}" referrerpolicy="${whence}"`;
  const allowed = `allow="fullscreen; picture-in-picture; encrypted-media" allowfullscreen`;
  const head = `<!doctype html><html><head><meta charset="utf-8"><title>${escapeXml(name)}</title><style>${STYLE}</style></head>`;
  return `${head}<body><iframe ${attributes} ${allowed}></iframe></body></html>`;
}

/**
 * The page in which a lesson shows something from a provider of the list, once its reader asked for it. It stands
 * between: so it alone may frame that provider, and a lesson's page frames nothing but pages of this origin.
 */
export const loader = declareLoader({
  access: "anyone",
  search: z.object({ url: z.string().max(2_000) }),
  load: ({ search }) => {
    const embedded = parseEmbed(search.url);
    if (!embedded) throw notFound();
    return new Response(pageOf(embedded), {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": policyFor(embedded),
        "Permissions-Policy": framePermissions,
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cache-Control": "public, max-age=3600",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
