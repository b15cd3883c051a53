import type { Db } from "#app/platform/db/client.server.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { issuerDid } from "./issuer-did.ts";
import { findIssuerDids } from "./issuer-keys.server.ts";

/** Who issues, and the origin of its public addresses. */
export type Issuer = { did: string; origin: string };

/** The academy under the address that it has now. */
export const presentIssuer: Issuer = { did: issuerDid(configuredOrigin), origin: configuredOrigin };

/**
 * The academy under the address that was asked: its present one, or one that it had before and that still leads here,
 * so that what it issued there can be verified on. Any other host is answered as the present one.
 */
export async function addressedIssuer({ db }: { db: Db }, { host }: { host: string }): Promise<Issuer> {
  const did = issuerDid(`https://${host}`);
  if (did === presentIssuer.did) return presentIssuer;
  const known = await findIssuerDids({ db });
  if (!known.includes(did)) return presentIssuer;
  const isLocal = /^localhost(:|$)/.test(host);
  return { did, origin: `${isLocal ? "http" : "https"}://${host}` };
}
