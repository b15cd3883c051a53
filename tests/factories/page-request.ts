import { type LoaderFunctionArgs, RouterContextProvider } from "react-router";
import type { Actor } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { type RequestContext, requestContext } from "#app/platform/http/request-context.server.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { log } from "#app/platform/log/log.server.ts";
import { plainSite } from "#app/platform/site/site-schema.ts";

type PageRequest = {
  db: Db;
  /** With its language segment and search part. */
  path: string;
  params?: Record<string, string>;
  actor?: Actor;
  headers?: Record<string, string>;
};

/** What the router hands to a loader for a request. `web` is what the loader says of its answer. */
export function pageRequest({ db, path, params = {}, actor = null, headers = {} }: PageRequest): {
  args: LoaderFunctionArgs;
  web: RequestContext;
} {
  const url = new URL(path, "https://academy.example");
  const segment = url.pathname.split("/")[1];
  const urlLocale = isLocale(segment) ? segment : undefined;
  const web: RequestContext = {
    requestId: "test",
    nonce: "test",
    locale: urlLocale ?? defaultLocale,
    urlLocale,
    site: plainSite,
    db,
    clock: { now: () => new Date() },
    log,
    address: "127.0.0.1",
    loadActor: async () => actor,
    findDetour: async () => undefined,
    responseHeaders: new Headers(),
    isDocument: true,
    texts: new Map(),
    sameForGuests: false,
  };
  const context = new RouterContextProvider();
  context.set(requestContext, web);
  const request = new Request(url, { headers });
  return { args: { request, url, params, context, pattern: url.pathname }, web };
}
