import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import { certificateStatus, type Standing } from "../certificate-status.ts";

/** Whether `actor` is the one to whom a certificate was issued. */
export function isHolder(actor: Actor, { userId }: { userId: string | null }): boolean {
  return actor !== null && userId !== null && userId === actor.id;
}

/** Whether `actor` may issue certificates, decide on requests and act on what was issued. */
export function canManageCertificates(actor: Actor): boolean {
  return isAdmin(actor);
}

/** Whether the names on a certificate may be shown to `actor`; its PDF and its credential with them. */
export function canSeeNames(
  actor: Actor,
  certificate: { userId: string | null; namesHidden: boolean; withdrawnAt: Date | null },
): boolean {
  if (certificate.withdrawnAt) return false;
  return !certificate.namesHidden || isHolder(actor, certificate) || isAdmin(actor);
}

/** Whether its holder may ask for other names: not of one that was taken back, or in whose place another came. */
export function canAskForCorrection(
  actor: Actor,
  certificate: { userId: string | null } & Pick<Standing, "revokedAt" | "current">,
): boolean {
  return isHolder(actor, certificate) && certificate.current && certificate.revokedAt === null;
}

/** Whether the time of a certificate is over, whatever else became of it. */
export function isOver({ expiresAt }: Pick<Standing, "expiresAt">, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** What an admin can do with a certificate as it stands. */
export function actsOn(certificate: Standing & { userId: string | null; withdrawnAt: Date | null }, now: Date) {
  const status = certificateStatus(certificate, now);
  const { current, expiresAt, userId } = certificate;
  return {
    revoke: status !== "revoked",
    reinstate: status === "revoked" && certificate.withdrawnAt === null,
    end: status === "valid",
    /** In its place another can only come while it is the current one of somebody who is still here. */
    reissue: current && userId !== null && !isOver(certificate, now),
    renew: current && userId !== null && status !== "revoked" && expiresAt !== null,
  };
}
