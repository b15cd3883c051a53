import { picturePolicy } from "#app/platform/http/security-headers.server.ts";

/** Answers with bytes that are named by their hash, or says that the browser has them (304). */
export function sendMedia(
  request: Request,
  media: {
    sha256: string;
    bytes: Uint8Array;
    contentType: string;
    cacheControl: string;
    headers?: Record<string, string>;
  },
): Response {
  const etag = `"${media.sha256}"`;
  const headers = {
    ...media.headers,
    "Content-Type": media.contentType,
    "Cache-Control": media.cacheControl,
    ETag: etag,
    // A drawing opened by itself is a document of this origin: it may run and load nothing.
    "Content-Security-Policy": picturePolicy,
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("If-None-Match")?.includes(etag)) return new Response(null, { status: 304, headers });
  const length = { "Content-Length": String(media.bytes.length) };
  return new Response(new Uint8Array(media.bytes), { headers: { ...headers, ...length } });
}
