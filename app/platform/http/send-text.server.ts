import { createHash } from "node:crypto";

/**
 * Answers with a text that programs of other sites may read as well (CORS), under an ETag of its bytes; 304 where the
 * asker holds them already.
 */
export function sendOpenText(
  request: Request,
  { text, contentType, headers = {} }: { text: string; contentType: string; headers?: Record<string, string> },
): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const all = {
    "Content-Type": contentType,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    ...headers,
    ETag: etag,
  };
  const known = request.headers.get("If-None-Match")?.includes(etag) ?? false;
  return known ? new Response(null, { status: 304, headers: all }) : new Response(text, { headers: all });
}
