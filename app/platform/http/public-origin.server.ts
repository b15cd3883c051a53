import { env } from "#app/platform/env/env.server.ts";

/** The academy's public address, without a slash at the end: PUBLIC_URL, or the one that this request came to. */
export function publicOrigin(url: URL): string {
  return env.PUBLIC_URL?.replace(/\/+$/, "") ?? url.origin;
}
