import { gunzipSync } from "node:zlib";
import type { Request, Response } from "express";
import type { GuestPage } from "./guest-pages.server.ts";

function pickBody({ bodies }: GuestPage, request: Request): { body: Buffer; encoding?: string } {
  const accepted = request.headers["accept-encoding"] ?? "";
  if ("identity" in bodies) return { body: bodies.identity };
  if (/\bbr\b/.test(accepted)) return { body: bodies.br, encoding: "br" };
  if (/\bgzip\b/.test(accepted)) return { body: bodies.gzip, encoding: "gzip" };
  return { body: gunzipSync(bodies.gzip) };
}

/** Answers with a remembered page: compressed as the browser accepts, 304 when it has it (RFC 9110, 13.1.2). */
export function sendGuestPage({ page, request, response }: { page: GuestPage; request: Request; response: Response }) {
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader("ETag", `W/${page.etag}`);
  response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
  response.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
  if (request.headers["if-none-match"]?.includes(page.etag)) {
    response.removeHeader("Content-Type");
    response.writeHead(304).end();
    return;
  }
  const { body, encoding } = pickBody(page, request);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(page.status);
  response.end(request.method === "HEAD" ? undefined : body);
}
