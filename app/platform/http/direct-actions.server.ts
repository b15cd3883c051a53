import type { Express, NextFunction, Request, Response } from "express";
import type { ActionFunctionArgs, RouterContextProvider } from "react-router";
import { z } from "zod";
import { log } from "#app/platform/log/log.server.ts";
import { requestContext, takeHeaders } from "./request-context.server.ts";
import { refuseForeignRequests } from "./same-origin.server.ts";
import { setDataHeaders } from "./security-headers.server.ts";

/** Actions of resource routes by their address, as routes.ts has it. Each answers by itself, with no page around it. */
export type DirectActions = Record<string, (args: ActionFunctionArgs) => Promise<unknown>>;

type MakeContext = (request: Request, response: Response) => Promise<RouterContextProvider>;

/** Bytes; what is longer goes to the router, which reads bodies as they come. */
const LIMIT = 65_536;

/** What the router throws and catches for `data(…)`. */
const dataSchema = z.object({
  type: z.literal("DataWithResponseInit"),
  data: z.unknown(),
  init: z.object({ status: z.number().optional(), headers: z.custom<HeadersInit>().optional() }).nullable(),
});

/** The body whole; undefined where the sender ended early. */
async function readBody(request: Request): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(parts.length === 1 ? parts[0] : Buffer.concat(parts)));
    request.on("error", () => resolve(undefined));
    request.on("close", () => resolve(undefined));
  });
}

function toResponse(answer: unknown): globalThis.Response {
  if (answer instanceof globalThis.Response) return answer;
  const { data: thrown } = dataSchema.safeParse(answer);
  return thrown ? globalThis.Response.json(thrown.data, thrown.init ?? {}) : globalThis.Response.json(answer);
}

async function answerDirectly(
  { request, response }: { request: Request; response: Response },
  { action, path, makeContext }: { action: DirectActions[string]; path: string; makeContext: MakeContext },
): Promise<void> {
  const body = await readBody(request);
  if (!body) return;
  const url = new URL(request.originalUrl, `${request.protocol}://${request.headers.host ?? "localhost"}`);
  const type = request.headers["content-type"];
  const init = { method: "POST", body: new Uint8Array(body), ...(type ? { headers: { "Content-Type": type } } : {}) };
  const context = await makeContext(request, response);
  const args = { request: new globalThis.Request(url, init), url, params: {}, pattern: path, context };
  response.locals.route = path;
  const answer = await action(args).then(toResponse, (thrown: unknown) => {
    if (thrown instanceof Error) throw thrown;
    return toResponse(thrown);
  });
  takeHeaders(context.get(requestContext), answer.headers);
  setDataHeaders(response);
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  response.append("Vary", "Cookie");
  if (!answer.headers.has("Cache-Control")) response.setHeader("Cache-Control", "private, no-cache");
  response.end(answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined);
}

/**
 * Answers what is sent to some actions without the router, which takes several times as long as the actions
 * themselves. They are the same functions, made by `declareAction` and its like, so who may call them is decided as
 * always; they are given the sender's headers by the context alone, and of the request the address, type and body.
 */
export function answerActionsDirectly(app: Express, actions: DirectActions, makeContext: MakeContext): void {
  for (const [path, action] of Object.entries(actions)) {
    app.post(path, refuseForeignRequests, (request: Request, response: Response, next: NextFunction) => {
      // Without a length, or with a long one: the router's.
      const length = Number(request.headers["content-length"] ?? Number.NaN);
      if (!(length <= LIMIT)) return next();
      answerDirectly({ request, response }, { action, path, makeContext }).catch((error: unknown) => {
        log.error({ err: error, requestId: response.locals.requestId }, "An action failed");
        if (response.headersSent) return void response.destroy();
        setDataHeaders(response);
        response.status(500).set("Cache-Control", "no-store").json({ code: "unexpected" });
      });
    });
  }
}
