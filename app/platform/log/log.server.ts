import pino from "pino";
import { env } from "#app/platform/env/env.server.ts";

/**
 * Structured log. Holds no personal data: addresses, cookies, tokens and answers are never passed to it,
 * and what slips in under these names is removed.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  redact: {
    paths: ["email", "*.email", "password", "*.password", "token", "*.token", "cookie", "*.cookie", "authorization"],
    censor: "[removed]",
  },
});
