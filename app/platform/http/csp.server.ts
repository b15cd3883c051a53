import { createHash } from "node:crypto";

/**
 * The content security policy (CSP level 3). Inline scripts run by a nonce made for the one answer, or, on a page
 * that is remembered for guests, by their hashes: a remembered nonce would be a known one. Style elements need the
 * nonce too; only the video player has any.
 */
export function contentSecurityPolicy(allow: { nonce: string } | { scriptHashes: string[] }): string {
  const scripts = "nonce" in allow ? [`'nonce-${allow.nonce}'`] : allow.scriptHashes.map((hash) => `'sha256-${hash}'`);
  const styles = "nonce" in allow ? ` 'nonce-${allow.nonce}'` : "";
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(" ")}`.trim(),
    `style-src 'self'${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
  ].join("; ");
}

/** SHA-256 of each inline script of a page, base64. */
export function hashInlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...new Set([...scripts].map(([, body = ""]) => createHash("sha256").update(body).digest("base64")))];
}
