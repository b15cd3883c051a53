import type { NextFunction, Request, Response } from "express";
import { foreignPage } from "./bare-page.server.ts";
import { requestLocale } from "./create-context.server.ts";
import { setDocumentHeaders } from "./security-headers.server.ts";

const SAFE = ["GET", "HEAD", "OPTIONS"];

/** Whether a request that may change something comes from our own pages (Fetch Metadata, else the Origin header). */
export function isSameOrigin(request: Pick<Request, "method" | "headers">): boolean {
  if (SAFE.includes(request.method)) return true;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host, cookie } = request.headers;
  // Neither header: not a browser of today. Without a cookie it can act for nobody.
  if (origin === undefined) return cookie === undefined;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses what other sites send in a person's name (CSRF). Webhooks prove themselves by signature instead. */
export function refuseForeignRequests(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith("/webhooks/") || isSameOrigin(request)) {
    next();
    return;
  }
  setDocumentHeaders(response);
  response
    .status(403)
    .set("Cache-Control", "no-store")
    .type("html")
    .send(foreignPage(requestLocale(request)));
}
