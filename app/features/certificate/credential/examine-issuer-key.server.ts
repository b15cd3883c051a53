import type { Db } from "#app/platform/db/client.server.ts";
import type { Finding } from "#app/platform/doctor/finding.ts";
import { env } from "#app/platform/env/env.server.ts";
import { findActive, openKey } from "./issuer-keys.server.ts";
import { issuerSecretFile } from "./issuer-secret.server.ts";
import { presentIssuer } from "./present-issuer.server.ts";

/** Examines whether this machine can sign certificates. Changes nothing, and makes no key. */
export async function examineIssuerKey({ db }: { db: Db }): Promise<Finding> {
  const part = "issuer key";
  const active = await findActive(db, presentIssuer.did);
  if (!active) {
    const says = `${presentIssuer.did} has none; the first start makes one`;
    return { part, state: "missing", says, disables: "certificates, until then" };
  }
  try {
    openKey(active);
  } catch (error) {
    const says = error instanceof Error ? error.message : "it cannot be opened";
    const disables =
      "signing certificates; put the secret back from its backup, or npm run academy -- rotate-issuer-key";
    return { part, state: "broken", says, disables };
  }
  const where = env.ISSUER_KEY
    ? "ISSUER_KEY"
    : env.ISSUER_SECRET
      ? "ISSUER_SECRET"
      : `${issuerSecretFile} (back it up)`;
  return { part, state: "ok", says: `${active.publicKey}, by ${where}` };
}
