import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import { secureCookies } from "#app/platform/session/session-cookie.server.ts";
import { contentSecurityPolicy, REPORTS_GROUP, REPORTS_PATH } from "./csp.server.ts";

const YEAR = 31_536_000;

/** What a page may ask of a device: passkeys, a whole screen for a lecture, and to copy a text. Nothing else. */
const ALLOWED = [
  "autoplay",
  "clipboard-write",
  "fullscreen",
  "picture-in-picture",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
];
const DENIED = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

const own = ALLOWED.map((name) => `${name}=(self)`);
const none = DENIED.map((name) => `${name}=()`);

/** For our own page around a provider's: what it lets the provider's video do. */
export const framePermissions = [...["encrypted-media=*", "fullscreen=*", "picture-in-picture=*"], ...none].join(", ");

const permissions = [...own, ...none].join(", ");

/**
 * The headers that every answer begins with, as OWASP's Secure Headers project wants them. Documents bring a content
 * security policy of their own, with a nonce or hashes; the one here allows no inline script at all.
 */
export function setSecurityHeaders() {
  const policy = contentSecurityPolicy({ scriptHashes: [] });
  const usual = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: secureCookies ? { maxAge: YEAR, includeSubDomains: true } : false,
    // Nothing here needs the powers that isolation gives, and videos of other hosts would not load under it.
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Reporting-Endpoints", `${REPORTS_GROUP}="${REPORTS_PATH}"`);
    response.setHeader("Permissions-Policy", permissions);
    usual(request, response, next);
  };
}
