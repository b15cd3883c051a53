import { createPrivateKey, type KeyObject } from "node:crypto";
import { type Env, env } from "#app/platform/env/env.server.ts";

export type MuxConfig = {
  tokenId: string;
  tokenSecret: string;
  /** Without it no webhook is believed, and states are only asked for. */
  webhookSecret: string | undefined;
  signingKeyId: string;
  signingKey: KeyObject;
  /** Undefined for Mux itself. */
  baseUrl: string | undefined;
};

let kept: { keys: string; config: MuxConfig | undefined } | undefined;

/** How Mux is reached, or undefined where the academy has no keys of Mux. Throws where the signing key is none. */
export function configuredMux(source: Env = env): MuxConfig | undefined {
  const keys = Object.entries(source)
    .filter(([name]) => name.startsWith("MUX_"))
    .join("\n");
  if (kept?.keys !== keys) kept = { keys, config: readConfig(source) };
  return kept.config;
}

function readConfig(source: Env): MuxConfig | undefined {
  const { MUX_TOKEN_ID, MUX_TOKEN_SECRET, MUX_SIGNING_KEY_ID, MUX_SIGNING_PRIVATE_KEY } = source;
  if (!MUX_TOKEN_ID || !MUX_TOKEN_SECRET || !MUX_SIGNING_KEY_ID || !MUX_SIGNING_PRIVATE_KEY) return undefined;
  return {
    tokenId: MUX_TOKEN_ID,
    tokenSecret: MUX_TOKEN_SECRET,
    webhookSecret: source.MUX_WEBHOOK_SECRET,
    signingKeyId: MUX_SIGNING_KEY_ID,
    signingKey: readSigningKey(MUX_SIGNING_PRIVATE_KEY),
    baseUrl: source.MUX_BASE_URL,
  };
}

function readSigningKey(given: string): KeyObject {
  const pem = given.trim().startsWith("-----BEGIN") ? given : Buffer.from(given, "base64").toString("utf8");
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new Error("MUX_SIGNING_PRIVATE_KEY holds no private key, neither as PEM nor in base64", { cause });
  }
}
