import { z } from "zod";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { type CertificateSnapshot, readSnapshot } from "../certificate-snapshot.ts";
import type { CertificateStatus } from "../certificate-status.ts";
import { canManageCertificates, canSeeNames, isHolder } from "./certificate-access.ts";
import { describeStanding, standingColumns, standingShape } from "./certificate-rows.server.ts";

const fileSchema = z.object({ form: z.string(), sha256: z.string() });

const rowSchema = z.object({
  ...standingShape,
  userId: z.uuid().nullable(),
  snapshot: z.string(),
  snapshotSha256: z.string(),
  withdrawnAt: z.coerce.date().nullable(),
  credentialSha256: z.string().nullable(),
  revokedReason: z.string().nullable(),
  files: fileSchema.array(),
});

export type PublicCertificate = {
  serial: string;
  status: CertificateStatus;
  /** When it was revoked or superseded, or expired; null while it is valid. */
  since: Date | null;
  /** The actor is its holder. */
  mine: boolean;
  /** Its holder hides her names from others; she herself and admins still see them. */
  hidden: boolean;
  /** Its holder left the academy and had it withdrawn: nobody sees the names, for there are none in it. */
  withdrawn: boolean;
  /** What it says; null where this actor may not see the names. */
  snapshot: CertificateSnapshot | null;
  /** The serial of the one that stands in its place; null where the names of either are hidden from this actor. */
  supersededBy: string | null;
  /** For its holder and admins alone. */
  revokedReason: string | null;
  signed: boolean;
  credentialSha256: string | null;
  files: z.infer<typeof fileSchema>[];
};

/** Reads what is known of a serial, for whomever. */
export async function unsafeFindStanding(db: UseCaseContext["db"], serial: string) {
  const [row] = await queryRows(
    db,
    Prisma.sql`
    SELECT ${standingColumns}, c."userId", c."snapshot", c."snapshotSha256", c."credentialSha256", c."revokedReason", c."withdrawnAt",
      coalesce((SELECT json_agg(json_build_object('form', f."form", 'sha256', f."sha256") ORDER BY f."createdAt")
        FROM "CertificateFile" f WHERE f."certificateId" = c."id"), '[]') AS "files"
    FROM "Certificate" c WHERE c."serial" = ${serial}`,
  );
  return row === undefined ? undefined : rowSchema.parse(row);
}

/**
 * What the actor may know of a certificate by its serial (its sixteen letters). Where its holder hides her names,
 * others learn whether it holds and nothing of what it says. Undefined where nobody ever issued it.
 */
export async function findPublicCertificate(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { serial }: { serial: string },
): Promise<PublicCertificate | undefined> {
  const row = await unsafeFindStanding(db, serial);
  if (!row) return undefined;
  const mine = isHolder(actor, row);
  const trusted = mine || canManageCertificates(actor);
  const { namesHidden: hidden, successor, credentialSha256, files } = row;
  const linked = successor && (trusted || !(hidden || successor.namesHidden));
  return {
    serial: row.serial,
    ...describeStanding(row, clock.now()),
    mine,
    hidden,
    withdrawn: row.withdrawnAt !== null,
    snapshot: canSeeNames(actor, row) ? readSnapshot(row) : null,
    supersededBy: linked ? successor.serial : null,
    revokedReason: trusted ? row.revokedReason : null,
    signed: credentialSha256 !== null,
    ...{ credentialSha256, files },
  };
}
