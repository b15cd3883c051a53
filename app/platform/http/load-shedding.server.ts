import type { NextFunction, Request, Response } from "express";
import { env } from "#app/platform/env/env.server.ts";
import { withoutLocale } from "#app/platform/i18n/locales.ts";
import { log } from "#app/platform/log/log.server.ts";
import { parseCookies, SESSION_COOKIE } from "#app/platform/session/session-cookie.server.ts";
import { busyPage } from "./bare-page.server.ts";
import { requestLocale } from "./create-context.server.ts";
import { setDataHeaders, setDocumentHeaders } from "./security-headers.server.ts";

/**
 * What a request is worth while there are too many:
 * - `vital`: never shed: health, signing in, what players send, sitting at a quiz, webhooks
 * - `write`: other things that people send
 * - `read`: pages of people who are signed in
 * - `spare`: guests' pages that are not remembered, exports, documents, searches
 */
export type Worth = "vital" | "write" | "read" | "spare";

/** The share of the limit from which on requests of that worth are shed. */
const SHED_FROM: Record<Exclude<Worth, "vital">, number> = { spare: 0.5, read: 1, write: 2 };

/** How late the event loop may be where the limit is reached, in milliseconds. */
const LATE_MS = 500;

const VITAL =
  /^\/(health|metrics|webhooks|api\/auth|sign-in|sign-out|preferences|learn\/[^/]+\/[^/]+\/attempts|resources\/(answers|attempts|beats|completions|places|answer-files|uploads|messages|csp-reports))([/.]|$)/;
/**
 * Files and streams, which last as long as the reader's line takes: they are no measure of how much there is to do. The
 * page that puts somebody off needs some of them itself.
 */
const STREAMS =
  /^\/(((assets|icons|media|video|resources\/(uploads|answer-files|videos))\/)|(away\.css|favicon\.ico|verify-worker\.js)$)/;
const EXPORT = /(\.(csv|jsonl?|pdf|xlf|zip|md)|\/picture\.png|\/export)(\.data)?$/;

type Asked = Pick<Request, "method" | "path" | "url" | "headers">;

const isSignedIn = (request: Asked) => parseCookies(request.headers.cookie).has(SESSION_COOKIE);

/** How much a request is worth, by its address and whether it brings a session, before anybody looked at whose. */
export function worthOf(request: Asked): Worth {
  const { method, path, url } = request;
  const bare = withoutLocale(path);
  if (VITAL.test(bare)) return "vital";
  if (method !== "GET" && method !== "HEAD") return "write";
  if (EXPORT.test(bare) || /[?&]q=[^&]/.test(url)) return "spare";
  return isSignedIn(request) ? "read" : "spare";
}

type Load = { inFlight: number; lateMs: number };

/** Whether a request of that worth is shed under a load. */
export function isShed(worth: Worth, { inFlight, lateMs }: Load, maxInFlight: number): boolean {
  if (worth === "vital") return false;
  return Math.max(inFlight / maxInFlight, lateMs / LATE_MS) >= SHED_FROM[worth];
}

const SAMPLE_MS = 100;
/** Lateness counts once it has lasted: one long task, such as loading the pages at first, is no flood. */
const SAMPLES = 5;

/** By how many milliseconds the event loop has been late all through the last half second. */
function watchEventLoop(): () => number {
  const late = Array.from({ length: SAMPLES }, () => 0);
  let due = performance.now() + SAMPLE_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    late.shift();
    late.push(Math.max(0, now - due));
    due = now + SAMPLE_MS;
  }, SAMPLE_MS);
  timer.unref();
  return () => Math.min(...late);
}

const TOLD_EVERY_MS = 10_000;

/** Tells the log of what was shed, now and then. */
function makeTelling() {
  let shed: Record<string, number> = {};
  let toldAt = Number.NEGATIVE_INFINITY;
  return (worth: Worth, load: Load) => {
    shed[worth] = (shed[worth] ?? 0) + 1;
    const now = performance.now();
    if (now - toldAt < TOLD_EVERY_MS) return;
    toldAt = now;
    log.warn({ shed, ...load }, "There is more to do than can be done; some of it was put off");
    shed = {};
  };
}

/** Seconds after which to come again, so that not all who were put off come at once. */
const comeAgain = () => String(5 + Math.floor(Math.random() * 10));

function putOff(request: Request, response: Response): void {
  response.status(503).set({ "Retry-After": comeAgain(), "Cache-Control": "no-store" });
  if (request.accepts(["json", "html"]) === "html" && !request.path.endsWith(".data")) {
    setDocumentHeaders(response);
    response.type("html").send(busyPage(requestLocale(request)));
    return;
  }
  setDataHeaders(response);
  response.json({ code: "busy" });
}

export type LoadShedder = {
  /** Counts requests in flight, and puts off those that may wait while there are too many. */
  shed: (request: Request, response: Response, next: NextFunction) => void;
  /** Puts off a guest's page that would have to be made, where there is too much to do; says whether it did. */
  shedGuest: (request: Request, response: Response) => boolean;
};

/** Sheds load early, the least needed first, so that what must not fail goes on. */
export function makeLoadShedder({
  maxInFlight = env.MAX_IN_FLIGHT,
  findLateness = watchEventLoop(),
}: {
  maxInFlight?: number;
  findLateness?: () => number;
} = {}): LoadShedder {
  let inFlight = 0;
  const tell = makeTelling();
  const refuses = (worth: Worth) => {
    const load = { inFlight, lateMs: Math.round(findLateness()) };
    if (!isShed(worth, load, maxInFlight)) return false;
    tell(worth, load);
    return true;
  };
  const count = (response: Response) => {
    inFlight += 1;
    response.once("close", () => {
      inFlight -= 1;
    });
  };
  const shed: LoadShedder["shed"] = (request, response, next) => {
    if (STREAMS.test(request.path)) return next();
    const worth = worthOf(request);
    // What guests are shown is mostly remembered and costs next to nothing: where it is not, `shedGuest` is asked.
    if (worth === "spare" && !isSignedIn(request)) return next();
    if (worth !== "vital" && refuses(worth)) return putOff(request, response);
    count(response);
    next();
  };
  const shedGuest: LoadShedder["shedGuest"] = (request, response) => {
    if (worthOf(request) !== "spare" || isSignedIn(request)) return false;
    if (refuses("spare")) {
      putOff(request, response);
      return true;
    }
    count(response);
    return false;
  };
  return { shed, shedGuest };
}
