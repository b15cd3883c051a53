/** What a certificate can be to somebody who asks. A serial that nobody ever issued has none of these. */
export type CertificateStatus = "valid" | "revoked" | "superseded" | "expired";

/** What of a certificate may change after it was issued. */
export type Standing = { revokedAt: Date | null; current: boolean; expiresAt: Date | null };

/**
 * Derives whether a certificate holds. What was taken back stays taken back, though another came in its place or its
 * time is over as well.
 */
export function certificateStatus({ revokedAt, current, expiresAt }: Standing, now: Date): CertificateStatus {
  if (revokedAt) return "revoked";
  if (!current) return "superseded";
  if (expiresAt && expiresAt <= now) return "expired";
  return "valid";
}
