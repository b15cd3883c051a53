import { createHash } from "node:crypto";
import { type Env, env } from "#app/platform/env/env.server.ts";

/** Where browsers tell what a policy has kept from running. */
export const REPORTS_PATH = "/resources/csp-reports";

/** What that place is called in the header `Reporting-Endpoints`. */
export const REPORTS_GROUP = "policy";

type VideoHosts = { pictures: string; streams: string; uploads: string };

/** Where browsers fetch video and send it to, where it is kept at Mux; nowhere else but here where it is not. */
export function videoHosts({ MUX_TOKEN_ID, MUX_BASE_URL }: Pick<Env, "MUX_TOKEN_ID" | "MUX_BASE_URL">): VideoHosts {
  if (!MUX_TOKEN_ID) return { pictures: "", streams: "", uploads: "" };
  const standIn = MUX_BASE_URL ? ` ${new URL(MUX_BASE_URL).origin}` : "";
  return {
    pictures: ` https://image.mux.com${standIn}`,
    streams: ` https://*.mux.com${standIn}`,
    // Mux has uploads taken by Google's storage.
    uploads: " https://storage.googleapis.com",
  };
}

const hosts = videoHosts(env);

/** Where a form may lead: Stripe's page, where one pays there. Browsers hold redirects after a form to this too. */
const checkoutHosts = env.STRIPE_SECRET_KEY
  ? ` https://checkout.stripe.com${env.STRIPE_API_BASE ? ` ${new URL(env.STRIPE_API_BASE).origin}` : ""}`
  : "";

/**
 * The content security policy (CSP level 3). Inline scripts run by a nonce made for the one answer, or, on a page
 * that is remembered for guests, by their hashes: a remembered nonce would be a known one. Style elements need the
 * nonce too; only the video player has any.
 */
export function contentSecurityPolicy(
  allow: { nonce: string } | { scriptHashes: string[] },
  { pictures, streams, uploads }: VideoHosts = hosts,
): string {
  const scripts = "nonce" in allow ? [`'nonce-${allow.nonce}'`] : allow.scriptHashes.map((hash) => `'sha256-${hash}'`);
  const styles = "nonce" in allow ? ` 'nonce-${allow.nonce}'` : "";
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(" ")}`.trim(),
    `style-src 'self'${styles}`,
    `img-src 'self' data: blob:${pictures}`,
    "font-src 'self'",
    `connect-src 'self'${streams}${uploads}`,
    `media-src 'self' blob:${streams}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${checkoutHosts}`,
    "frame-ancestors 'none'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    `report-uri ${REPORTS_PATH}`,
    `report-to ${REPORTS_GROUP}`,
  ].join("; ");
}

/** SHA-256 of each inline script of a page, base64. */
export function hashInlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...new Set([...scripts].map(([, body = ""]) => createHash("sha256").update(body).digest("base64")))];
}
