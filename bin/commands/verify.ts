import { readFile } from "node:fs/promises";
import { findDidDocument } from "#app/features/certificate/credential/find-did-document.server.ts";
import { findIssuerDids } from "#app/features/certificate/credential/issuer-keys.server.ts";
import { presentIssuer } from "#app/features/certificate/credential/present-issuer.server.ts";
import { findStatusList } from "#app/features/certificate/credential/status-list.server.ts";
import { type FileProblem, readCertificateFile } from "#app/features/certificate/verification/read-certificate-file.ts";
import {
  issuerOf,
  statusListAddress,
  type Verification,
  verifyCredential,
} from "#app/features/certificate/verification/verify-credential.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

type Evidence = { didDocument: unknown; statusList: string | undefined };
type Found = Parameters<typeof verifyCredential>[0]["file"];

const problems: Record<FileProblem, string> = {
  tooLarge: "The file is larger than any certificate.",
  none: "The file holds no certificate of an academy like this.",
  several: "The file holds several credentials: nobody can say which one is meant.",
};

const faults: Record<string, string> = {
  notOurs: "it has not the form of this academy's credentials",
  another: "somebody else issued it",
  changed: "it was changed after it was signed, or somebody else signed it",
  unknownKey: "the key that signed it is not the academy's",
  compromisedKey: "the key that signed it fell into other hands",
  notYet: "it is not valid yet",
  expired: "it has expired",
  revoked: "it was revoked, superseded or ended",
  badList: "the status list is not the academy's, or was changed",
};

/** academy verify FILE: asks the academy's own database, or the files that are given; never the network. */
export async function runVerify(path: string, options: { did?: string; status?: string }): Promise<Outcome> {
  const { file, problem } = await readCertificateFile(new Uint8Array(await readFile(path)));
  if (problem) return { ok: false, text: problems[problem], json: { error: problem, message: problems[problem] } };
  const evidence = options.did
    ? await readEvidence({ did: options.did, status: options.status })
    : await withMigratedDatabase(({ db }) => findEvidence(db, file));
  const verification = await verifyCredential({ file, ...evidence, now: systemClock.now() });
  return { ok: verification.ok, text: sayVerification(verification), json: { kind: file.kind, ...verification } };
}

async function readEvidence({ did, status }: { did: string; status?: string }): Promise<Evidence> {
  const didDocument: unknown = JSON.parse(await readFile(did, "utf8"));
  return { didDocument, statusList: status === undefined ? undefined : await readFile(status, "utf8") };
}

/** The keys and the list of the academy under the address at which the file says that it was issued. */
async function findEvidence(db: Db, file: Found): Promise<Evidence> {
  const now = systemClock.now();
  const claimed = issuerOf(file);
  const known = await findIssuerDids({ db });
  const did = claimed !== undefined && known.includes(claimed) ? claimed : presentIssuer.did;
  const address = statusListAddress(file);
  const [, origin, number] = /^(https?:\/\/[^/]+)\/credentials\/status\/(\d{1,4})$/.exec(address ?? "") ?? [];
  const statusList =
    origin !== undefined && did === claimed
      ? await findStatusList({ db }, { list: Number(number), issuer: { did, origin }, now }).catch(() => undefined)
      : undefined;
  return { didDocument: await findDidDocument({ db }, { did, now }), statusList };
}

function sayVerification({ ok, genuine, checks, facts }: Verification): string {
  const lines = Object.entries(checks).map(([name, check]) => {
    if (check.state === "failed") return `!!  ${name.padEnd(8)} ${faults[check.fault]}`;
    return check.state === "passed" ? `ok  ${name}` : `--  ${name.padEnd(8)} not asked`;
  });
  const said = facts
    ? [
        `${facts.names.join(" · ")}: ${facts.title}`,
        `${facts.serial}, issued ${facts.validFrom.toISOString().slice(0, 10)} by ${facts.issuer.did}`,
      ]
    : [];
  const end = ok ? "Valid." : genuine ? "Genuine, and not known to be valid." : "Not valid.";
  return [...(genuine ? said : []), ...lines, end].join("\n");
}
