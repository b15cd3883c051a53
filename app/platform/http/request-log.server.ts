import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { log } from "#app/platform/log/log.server.ts";

const GIVEN_ID = /^[\w-]{8,64}$/;

/**
 * Gives each request an id (its own `X-Request-Id` where a proxy set one), answers with it, and writes one
 * line when it ended. The line holds no query, cookie or address: those can be personal.
 */
export function logRequests(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers["x-request-id"];
  const requestId = typeof given === "string" && GIVEN_ID.test(given) ? given : randomUUID();
  const begun = performance.now();
  response.locals.requestId = requestId;
  response.setHeader("X-Request-Id", requestId);
  response.on("close", () => {
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const line = { requestId, method: request.method, path: request.path, status: response.statusCode, ms };
    if (response.statusCode >= 500) log.error(line, "request");
    else log.debug(line, "request");
  });
  next();
}
