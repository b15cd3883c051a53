import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { issuerDid } from "./issuer-did.ts";

/** Who issues, and the origin of its public addresses. */
export type Issuer = { did: string; origin: string };

/** The academy under the address that it has now. */
export const presentIssuer: Issuer = { did: issuerDid(configuredOrigin), origin: configuredOrigin };
