import { declareCompromised, rotateIssuerKey } from "#app/features/certificate/credential/issuer-keys.server.ts";
import { presentIssuer } from "#app/features/certificate/credential/present-issuer.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

const LOST = "Nothing that it signed is believed any more: reissue those certificates.";

/** academy rotate-issuer-key [--compromised [PUBLICKEY]] */
export async function runRotateIssuerKey({ compromised }: { compromised?: true | string }): Promise<Outcome> {
  if (typeof compromised === "string") return runDeclareCompromised(compromised);
  const { did } = presentIssuer;
  const now = systemClock.now();
  const { retired, publicKey } = await withMigratedDatabase(({ db }) =>
    rotateIssuerKey({ db }, { did, now, compromised }),
  );
  const old = compromised ? LOST : "What it signed still holds.";
  const lines = [`${did} signs with ${publicKey} from now on.`, ...(retired ? [`Retired: ${retired}. ${old}`] : [])];
  return { ok: true, text: lines.join("\n"), json: { did, publicKey, retired, compromised: compromised ?? false } };
}

async function runDeclareCompromised(publicKey: string): Promise<Outcome> {
  const now = systemClock.now();
  const { did, successor } = await withMigratedDatabase(({ db }) => declareCompromised({ db }, { publicKey, now }));
  const lines = [
    `Compromised: ${publicKey} of ${did}. ${LOST}`,
    ...(successor ? [`${did} signs with ${successor} from now on.`] : []),
  ];
  const json = { did, publicKey: successor, retired: publicKey, compromised: true };
  return { ok: true, text: lines.join("\n"), json };
}
