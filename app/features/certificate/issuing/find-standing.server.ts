import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { CertificateStatus } from "../certificate-status.ts";
import { describeStanding } from "./certificate-rows.server.ts";
import { unsafeFindStanding } from "./find-public-certificate.server.ts";

/** Whether a certificate holds, and the hashes by which a file of it is known. Nothing in it tells of a person. */
export type CertificateStanding = {
  serial: string;
  status: CertificateStatus;
  /** In UTC: when it was revoked or superseded, or expired. */
  since?: string;
  /** The serial of the one that stands in its place; left out where names are hidden. */
  supersededBy?: string;
  /** Left out where names are hidden: it is of so few words that a guess at the name could be proven by it. */
  snapshotSha256?: string;
  /** Null until it is signed. */
  credentialSha256: string | null;
  /** SHA-256 of each PDF that was made of it. */
  files: string[];
};

/** What anybody may check a certificate against. Undefined where nobody ever issued it. */
export async function findStanding(
  { db, clock }: Pick<UseCaseContext, "db" | "clock">,
  { serial }: { serial: string },
): Promise<CertificateStanding | undefined> {
  const row = await unsafeFindStanding(db, serial);
  if (!row) return undefined;
  const { status, since } = describeStanding(row, clock.now());
  const { successor, namesHidden, snapshotSha256, credentialSha256, files } = row;
  const linked = successor !== null && !namesHidden && !successor.namesHidden;
  return {
    serial,
    status,
    ...(since ? { since: since.toISOString() } : {}),
    ...(linked ? { supersededBy: successor.serial } : {}),
    ...(namesHidden ? {} : { snapshotSha256 }),
    credentialSha256,
    files: files.map(({ sha256 }) => sha256),
  };
}
