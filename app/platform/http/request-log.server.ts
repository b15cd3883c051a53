import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { log } from "#app/platform/log/log.server.ts";
import { beginRequest } from "#app/platform/metrics/measures.server.ts";

const GIVEN_ID = /^[\w-]{8,64}$/;

/** What is measured as one route where no loader or action was reached: files, and addresses that lead nowhere. */
const NO_ROUTE = "none";

/**
 * Gives each request an id (its own `X-Request-Id` where a proxy set one), answers with it, measures it by its route,
 * and writes one line when it ended. The line holds no query, cookie or address: those can be personal.
 */
export function logRequests(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers["x-request-id"];
  const requestId = typeof given === "string" && GIVEN_ID.test(given) ? given : randomUUID();
  const begun = performance.now();
  response.locals.requestId = requestId;
  response.setHeader("X-Request-Id", requestId);
  const endRequest = beginRequest();
  response.on("close", () => {
    const took = performance.now() - begun;
    const { method } = request;
    const { statusCode: status } = response;
    const route = String(response.locals.route ?? NO_ROUTE);
    endRequest({ method, route, status, seconds: took / 1_000, sent: response.writableFinished });
    const line = { requestId, method, path: request.path, route, status, ms: Math.round(took * 10) / 10 };
    if (response.statusCode >= 500) log.error(line, "request");
    else log.debug(line, "request");
  });
  next();
}
