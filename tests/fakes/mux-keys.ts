import { env } from "#app/platform/env/env.server.ts";
import { type FakeMux, muxSigningKey } from "./mux.ts";

/** Sets this process up for a stand-in of Mux, as an operator's environment would. */
export function setMuxKeys({ config, origin }: Pick<FakeMux, "config" | "origin">): void {
  env.MUX_TOKEN_ID = config.tokenId;
  env.MUX_TOKEN_SECRET = config.tokenSecret;
  env.MUX_WEBHOOK_SECRET = config.webhookSecret;
  env.MUX_SIGNING_KEY_ID = config.signingKeyId;
  env.MUX_SIGNING_PRIVATE_KEY = muxSigningKey;
  env.MUX_BASE_URL = origin;
}

/** As where there is no Mux. */
export function unsetMuxKeys(): void {
  env.MUX_TOKEN_ID = undefined;
  env.MUX_TOKEN_SECRET = undefined;
  env.MUX_WEBHOOK_SECRET = undefined;
  env.MUX_SIGNING_KEY_ID = undefined;
  env.MUX_SIGNING_PRIVATE_KEY = undefined;
  env.MUX_BASE_URL = undefined;
}
