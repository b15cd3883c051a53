import { createRequest } from "@remix-run/node-fetch-server";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import { LRUCache } from "lru-cache";
import { createRequestHandler, type ServerBuild } from "react-router";
import sirv from "sirv";
import { database } from "#app/platform/db/client.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { countCacheRead } from "#app/platform/metrics/measures.server.ts";
import {
  hostCookie,
  parseCookies,
  SESSION_COOKIE,
  secureCookies,
} from "#app/platform/session/session-cookie.server.ts";
import { presentSite } from "#app/platform/site/find-site.server.ts";
import type { Site } from "#app/platform/site/site-schema.ts";
import { traceRequests } from "#app/platform/trace/span.server.ts";
import { awayPage } from "./bare-page.server.ts";
import { createRequestContext, requestLocale } from "./create-context.server.ts";
import { answerActionsDirectly, type DirectActions } from "./direct-actions.server.ts";
import { findGuestPage, hasGuestPage } from "./guest-pages.server.ts";
import { type LoadShedder, makeLoadShedder } from "./load-shedding.server.ts";
import { renameOldCookies } from "./old-cookies.server.ts";
import { type RequestContext, requestContext } from "./request-context.server.ts";
import { logRequests } from "./request-log.server.ts";
import { refuseForeignRequests } from "./same-origin.server.ts";
import { setAssetHeaders, setDataHeaders, setDocumentHeaders, setSecurityHeaders } from "./security-headers.server.ts";
import { sendGuestPage } from "./send-guest-page.server.ts";
import { sendPersonal } from "./send-personal.server.ts";

type Parts = {
  build: () => Promise<ServerBuild>;
  findDetour: RequestContext["findDetour"];
  directActions: DirectActions;
  /** Folder of the built browser files; none in development, where the asset server stands before this. */
  clientFolder: string | undefined;
  /** What puts off requests while there are too many; one of its own unless given. */
  loadShedder?: LoadShedder;
};

const YEAR = 31_536_000;

/** Cookies that make a page one person's own. */
const PERSONAL_COOKIES = [SESSION_COOKIE, hostCookie("maqdis.notice")];

/** Of how many pages that are shown again the route is known, for what is measured. */
const REMEMBERED_ROUTES = 5_000;

/** Cookies by which a page looks different to the guest who set them. */
const WISH_COOKIES = ["maqdis.theme", "maqdis.reading"].map(hostCookie);

function serveAssets(app: Express, folder: string) {
  const options = { immutable: true, maxAge: YEAR, brotli: true, gzip: true, setHeaders: setAssetHeaders };
  app.use("/assets", sirv(`${folder}/assets`, options), (_request, response) => {
    setDataHeaders(response);
    response.status(404).set("Cache-Control", "no-cache").type("text/plain").send("Not found");
  });
}

function serveFiles(app: Express, folder: string) {
  app.use(sirv(folder, { maxAge: 3_600, brotli: true, gzip: true, etag: true }));
}

/** What a guest's page depends on besides the data, or undefined where the page is nobody's but one person's. */
function guestKey(request: Request, site: Site): string | undefined {
  if (request.method !== "GET" && request.method !== "HEAD") return undefined;
  if (request.path.endsWith(".data")) return undefined;
  const cookies = parseCookies(request.headers.cookie);
  if (PERSONAL_COOKIES.some((name) => cookies.has(name))) return undefined;
  const wishes = WISH_COOKIES.map((name) => cookies.get(name)?.slice(0, 64) ?? "");
  return [requestLocale(request, { site }), ...wishes, request.headers.host ?? "", request.originalUrl].join(" ");
}

function contextOf(request: Request, response: Response, findDetour: Parts["findDetour"]) {
  return createRequestContext({ request, requestId: String(response.locals.requestId), findDetour });
}

function answerPages({ build, findDetour, clientFolder, loadShedder }: Parts & { loadShedder: LoadShedder }) {
  const answer = async (request: Request, response: Response, shared: boolean): Promise<globalThis.Response> => {
    const handler = createRequestHandlerOnce(await build());
    const options = { protocol: `${request.protocol}:`, host: request.get("host") };
    const context = await contextOf(request, response, findDetour);
    const asked = createRequest(request, response, options);
    // A page that is remembered is made whole, though the first to ask wants its head alone.
    const made = await handler(shared ? new globalThis.Request(asked, { method: "GET" }) : asked, context);
    response.locals.route = context.get(requestContext).route;
    return made;
  };
  const routes = new LRUCache<string, string>({ max: REMEMBERED_ROUTES });
  return async (request: Request, response: Response) => {
    // In development what guests see changes with the code.
    const key = clientFolder ? guestKey(request, await presentSite(database().db)) : undefined;
    if (!(key && hasGuestPage(key)) && loadShedder.shedGuest(request, response)) return;
    if (!key) return sendPersonal({ answer: await answer(request, response, false), request, response });
    let made = false;
    const found = await findGuestPage(key, async () => {
      made = true;
      const page = await answer(request, response, true);
      if (response.locals.route) routes.set(key, response.locals.route);
      return page;
    });
    response.locals.route ??= routes.get(key);
    countCacheRead("guest-pages", !made);
    if ("page" in found) return sendGuestPage({ page: found.page, request, response });
    return sendPersonal({ answer: found.response, request, response });
  };
}

/** The routes' build, asked for once where it cannot change. */
function keepBuild({ build, clientFolder }: Parts): Parts["build"] {
  if (!clientFolder) return build;
  let kept: Promise<ServerBuild> | undefined;
  return () => {
    kept ??= build();
    return kept;
  };
}

const handlers = new WeakMap<ServerBuild, ReturnType<typeof createRequestHandler>>();

function createRequestHandlerOnce(build: ServerBuild) {
  const known = handlers.get(build);
  if (known) return known;
  const handler = createRequestHandler(build, env.NODE_ENV);
  handlers.set(build, handler);
  return handler;
}

/** The academy's HTTP application. */
export function createApp(parts: Parts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY);
  const { loadShedder = makeLoadShedder() } = parts;
  if (parts.clientFolder) serveAssets(app, parts.clientFolder);
  app.use(traceRequests, logRequests);
  if (secureCookies) app.use(renameOldCookies);
  app.use(loadShedder.shed);
  answerActionsDirectly(app, parts.directActions, (request, response) =>
    contextOf(request, response, parts.findDetour),
  );
  app.use(setSecurityHeaders());
  app.use(refuseForeignRequests);
  if (parts.clientFolder) serveFiles(app, parts.clientFolder);
  app.use(compression({ threshold: 1_024 }));
  app.use(answerPages({ ...parts, build: keepBuild(parts), loadShedder }));
  app.use((error: unknown, request: Request, response: Response, _next: express.NextFunction) => {
    log.error({ err: error, requestId: response.locals.requestId }, "A request failed outside its route");
    if (response.headersSent) return void response.destroy();
    setDocumentHeaders(response);
    response
      .status(503)
      .set({ "Retry-After": "5", "Cache-Control": "no-store" })
      .type("html")
      .send(awayPage(requestLocale(request)));
  });
  return app;
}
