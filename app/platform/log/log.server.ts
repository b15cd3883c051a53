import pino from "pino";
import { env } from "#app/platform/env/env.server.ts";
import { traceId } from "#app/platform/trace/span.server.ts";

/**
 * Structured log. Holds no personal data: addresses, cookies, tokens and answers are never passed to it,
 * and what slips in under these names is removed.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  mixin: () => {
    const trace = traceId();
    return trace ? { trace } : {};
  },
  redact: {
    paths: ["email", "*.email", "password", "*.password", "token", "*.token", "cookie", "*.cookie", "authorization"],
    censor: "[removed]",
  },
});
