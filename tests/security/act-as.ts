import { type LoaderFunctionArgs, RouterContextProvider } from "react-router";
import type { Actor } from "#app/platform/access/actor.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { type RequestContext, requestContext } from "#app/platform/http/request-context.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { plainSite } from "#app/platform/site/site-schema.ts";

/**
 * What a route answered: `ok`, `signIn` (sent to sign in), `moved` (sent elsewhere), `hidden` (404),
 * or another status as it is.
 */
export type Outcome = "ok" | "signIn" | "moved" | "hidden" | `${number}`;

type Call = {
  db: Db;
  actor: Actor;
  params: Record<string, string>;
  path: string;
  form?: Record<string, string>;
  json?: unknown;
  /** Sent as it is, with its headers. */
  raw?: { body: string; headers: Headers };
};

function contextFor({ db, actor }: Pick<Call, "db" | "actor">): RouterContextProvider {
  const web: RequestContext = {
    requestId: "security-matrix",
    nonce: "nonce",
    locale: "en",
    urlLocale: "en",
    site: plainSite,
    db,
    clock: systemClock,
    log,
    address: "192.0.2.1",
    loadActor: async () => actor,
    findDetour: async () => undefined,
    responseHeaders: new Headers(),
    isDocument: true,
    texts: new Map(),
    sameForGuests: false,
  };
  const provider = new RouterContextProvider();
  provider.set(requestContext, web);
  return provider;
}

function outcomeOf(status: number, location: string | null): Outcome {
  if (status >= 300 && status < 400) return location?.includes("/sign-in") ? "signIn" : "moved";
  if (status === 404) return "hidden";
  return status < 300 ? "ok" : `${status}`;
}

function readStatus(answer: unknown): { status: number; location: string | null } {
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get("Location") };
  if (typeof answer === "object" && answer !== null && "init" in answer) {
    const { init } = answer;
    const status = typeof init === "object" && init !== null && "status" in init ? Number(init.status ?? 200) : 200;
    return { status, location: null };
  }
  return { status: 200, location: null };
}

/** What a loader or action of a route answers to somebody, or throws in the place of an answer. */
export async function answerOf(call: unknown, { db, actor, params, path, form, json, raw }: Call): Promise<unknown> {
  if (typeof call !== "function") throw new Error(`${path} has nothing to call`);
  const url = new URL(path, "http://academy.example");
  const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json);
  const init = raw ? { method: "POST", ...raw } : body === undefined ? {} : { method: "POST", body };
  const args: Partial<LoaderFunctionArgs> = {
    request: new Request(url, init),
    url,
    params,
    context: contextFor({ db, actor }),
  };
  try {
    return await call(args);
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return thrown;
  }
}

/** Calls a loader or action of a route as somebody, as the router would, and says what came of it. */
export async function callRoute(call: unknown, asked: Call): Promise<Outcome> {
  const { status, location } = readStatus(await answerOf(call, asked));
  return outcomeOf(status, location);
}
