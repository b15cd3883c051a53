import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
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

/** For what is no page of ours: whatever a browser makes of it, it runs nothing, loads nothing and stands in no frame. */
const NOTHING_RUNS = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** For files that people sent: opened by themselves they are documents of no origin as well. */
export const filePolicy = `${NOTHING_RUNS}; sandbox`;

/** The same for pictures that may be drawings, which have their looks in themselves. */
export const picturePolicy = `${NOTHING_RUNS}; style-src 'unsafe-inline'; sandbox`;

/** Scripts and styles: what they may load themselves, where they run apart from a page. */
const ASSET_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

type Named = readonly (readonly [name: string, value: string])[];
type Answer = { setHeader: (name: string, value: string) => unknown };

const strictTransport: Named = secureCookies
  ? [["Strict-Transport-Security", `max-age=${YEAR}; includeSubDomains`]]
  : [];

const forData: Named = [
  ...strictTransport,
  ["Content-Security-Policy", NOTHING_RUNS],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["X-Content-Type-Options", "nosniff"],
];

const forAssets: Named = [...forData, ["Content-Security-Policy", ASSET_POLICY]];

/** As helmet would set them, reckoned once. */
function makeDocumentHeaders(): Named {
  const usual = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: secureCookies ? { maxAge: YEAR, includeSubDomains: true } : false,
    // Nothing here needs the powers that isolation gives, and videos of other hosts would not load under it.
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
  });
  const model = new ServerResponse(new IncomingMessage(new Socket()));
  usual(model.req, model, () => undefined);
  return [
    ...Object.entries(model.getHeaders()).map(([name, value]) => [name, String(value)] as const),
    ["Content-Security-Policy", contentSecurityPolicy({ scriptHashes: [] })],
    ["Reporting-Endpoints", `${REPORTS_GROUP}="${REPORTS_PATH}"`],
    ["Permissions-Policy", permissions],
  ];
}

const forDocuments = makeDocumentHeaders();

const setAll = (response: Answer, headers: Named) => {
  for (const [name, value] of headers) response.setHeader(name, value);
};

/**
 * The headers that every page begins with, as OWASP's Secure Headers project wants them. Pages bring a content
 * security policy of their own, with a nonce or hashes; the one here allows no inline script at all.
 */
export const setDocumentHeaders = (response: Answer) => setAll(response, forDocuments);

/** For answers that only programs read: short, as there are many, and nothing runs that comes with them. */
export const setDataHeaders = (response: Answer) => setAll(response, forData);

/** For scripts, styles and fonts: no documents, so they go without the headers of documents, which would outweigh many. */
export const setAssetHeaders = (response: Answer) => setAll(response, forAssets);

const DATA_NAMES = forData.map(([name]) => name.toLowerCase());

/** Makes of an answer that began as a page's one of data: a page's data would be twice as long with what pages need. */
export function turnIntoData(response: Answer & { removeHeader: (name: string) => unknown }): void {
  for (const [name] of forDocuments) if (!DATA_NAMES.includes(name.toLowerCase())) response.removeHeader(name);
  setDataHeaders(response);
}

/** Lets every answer begin as a page's. */
export function setSecurityHeaders() {
  return (_request: Request, response: Response, next: NextFunction) => {
    setDocumentHeaders(response);
    next();
  };
}
