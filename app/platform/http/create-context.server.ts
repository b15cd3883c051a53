import { randomBytes, randomUUID } from "node:crypto";
import type { Request } from "express";
import { RouterContextProvider } from "react-router";
import type { Actor } from "#app/platform/access/actor.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { database } from "#app/platform/db/client.server.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { negotiateLocale } from "#app/platform/i18n/negotiate-locale.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { loadActor, SESSION_SECONDS } from "#app/platform/session/load-actor.server.ts";
import { hostCookie, parseCookies, prolongedSessionCookie } from "#app/platform/session/session-cookie.server.ts";
import { presentSite } from "#app/platform/site/find-site.server.ts";
import { plainSite, type Site } from "#app/platform/site/site-schema.ts";
import { type RequestContext, requestContext } from "./request-context.server.ts";

/** The cookie that keeps a guest's choice of language. */
export const LOCALE_COOKIE = "maqdis.locale";

/** The path a person sees: a data request of the client router is `/learn.data` for `/learn`, `/_root.data` for `/`. */
function pagePath(path: string): string {
  const bare = path.endsWith(".data") ? path.slice(0, -".data".length) : path;
  return bare.endsWith("/_root") || bare.endsWith("/_") ? bare.replace(/\/_(root)?$/, "/") : bare;
}

/** The language of a request before it is known who asks. */
export function requestLocale(
  request: Pick<Request, "path" | "headers">,
  { site = plainSite, personLocale }: { site?: Site; personLocale?: string | null } = {},
) {
  return negotiateLocale({
    site,
    pathname: pagePath(request.path),
    chosen: parseCookies(request.headers.cookie).get(hostCookie(LOCALE_COOKIE)) ?? personLocale,
    acceptLanguage: request.headers["accept-language"],
  });
}

/** What a request's loaders and actions are given; the actor is loaded once, by the first who asks. */
export async function createRequestContext({
  request,
  requestId = randomUUID(),
  findDetour,
}: {
  request: Request;
  requestId?: string;
  findDetour: RequestContext["findDetour"];
}): Promise<RouterContextProvider> {
  const { db } = database();
  let actor: Promise<Actor> | undefined;
  const { cookie } = request.headers;
  const responseHeaders = new Headers();
  const onProlonged = () => responseHeaders.append("Set-Cookie", prolongedSessionCookie(cookie, SESSION_SECONDS));
  const load = () => {
    actor ??= loadActor({ db, cookie, onProlonged });
    return actor;
  };
  const segment = pagePath(request.path).split("/")[1];
  // A database that is away is said by the loader that needs it, not here.
  const person = await load().catch(() => null);
  const site = await presentSite(db);
  const context: RequestContext = {
    requestId,
    nonce: randomBytes(16).toString("base64"),
    locale: requestLocale(request, { site, personLocale: person?.locale }),
    urlLocale: isLocale(segment) ? segment : undefined,
    site,
    db,
    clock: systemClock,
    log: log.child({ requestId }),
    address: request.ip ?? "",
    loadActor: load,
    findDetour,
    responseHeaders,
    isDocument: !request.path.endsWith(".data"),
    texts: new Map(),
    sameForGuests: false,
  };
  const provider = new RouterContextProvider();
  provider.set(requestContext, context);
  return provider;
}
