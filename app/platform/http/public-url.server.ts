import { env } from "#app/platform/env/env.server.ts";

/** Where the academy is reached, without a slash at the end. Never taken from a request: its Host header may lie. */
export const configuredOrigin = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin;

/** The full address of a path of the product, for mails and other things that leave it. */
export function publicUrl(path: string): string {
  return `${configuredOrigin}${path}`;
}
