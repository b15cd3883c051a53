import { presentIssuer } from "#app/features/certificate/credential/addressed-issuer.server.ts";
import { rotateIssuerKey } from "#app/features/certificate/credential/issuer-keys.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

/** academy rotate-issuer-key */
export async function runRotateIssuerKey({ compromised = false }: { compromised?: boolean }): Promise<Outcome> {
  const { did } = presentIssuer;
  const now = systemClock.now();
  const { retired, publicKey } = await withMigratedDatabase(({ db }) =>
    rotateIssuerKey({ db }, { did, now, compromised }),
  );
  const old = compromised
    ? "Nothing that it signed is believed any more: reissue those certificates."
    : "What it signed still holds.";
  const lines = [`${did} signs with ${publicKey} from now on.`, ...(retired ? [`Retired: ${retired}. ${old}`] : [])];
  return { ok: true, text: lines.join("\n"), json: { did, publicKey, retired, compromised } };
}
