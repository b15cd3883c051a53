import Mux from "@mux/mux-node";
import { ProviderAway } from "#app/features/lecture/provider-away.ts";
import type { MuxConfig } from "./mux-config.server.ts";

const TIMEOUT_MS = 8_000;
const RETRIES = 1;

/** A client of Mux's API. What is asked of it goes through `askMux`. */
export function muxClient({ tokenId, tokenSecret, webhookSecret, baseUrl }: MuxConfig): Mux {
  return new Mux({
    tokenId,
    tokenSecret,
    webhookSecret: webhookSecret ?? null,
    // The library would look into the environment for these by itself.
    authorizationToken: null,
    jwtSigningKey: null,
    jwtPrivateKey: null,
    baseURL: baseUrl,
    timeout: TIMEOUT_MS,
    maxRetries: RETRIES,
    logLevel: "off",
  });
}

/** Whether the same question may be answered later: no connection, too slow, too much at once, or keys refused. */
function isAway(error: unknown): boolean {
  if (error instanceof Mux.APIConnectionError) return true;
  if (!(error instanceof Mux.APIError)) return false;
  const { status } = error;
  return status === undefined || status === 401 || status === 408 || status === 429 || status >= 500;
}

/** Asks Mux; throws `ProviderAway` where it does not answer, and Mux's own error where it refuses. */
export async function askMux<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw isAway(error) ? new ProviderAway("mux", { cause: error }) : error;
  }
}

/** The same for what may not be there: undefined then. */
export async function askMuxFor<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await askMux(ask);
  } catch (error) {
    if (error instanceof Mux.NotFoundError) return undefined;
    throw error;
  }
}
