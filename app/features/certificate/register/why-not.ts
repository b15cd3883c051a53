import type { CertificateRecord } from "../issuing/find-certificate-record.server.ts";

type Act = keyof CertificateRecord["may"];

/** The message that says why an act that cannot be done on a certificate cannot. */
export function whyNot(act: Act, record: Pick<CertificateRecord, "status" | "userId" | "supersededBy">): string {
  const { status, userId, supersededBy } = record;
  if (act === "reinstate") return "certificate-admin:record.notRevoked";
  if (act === "revoke") return "certificate-admin:record.alreadyRevoked";
  if (act === "end") return `certificate-act:errors.${status}`;
  if (supersededBy !== null) return "certificate-act:errors.superseded";
  if (userId === null) return "certificate-act:errors.learnerGone";
  if (act === "reissue") return "certificate-act:errors.renewInstead";
  if (act === "renew" && status !== "revoked") return "certificate-act:errors.endless";
  return "certificate-act:errors.revoked";
}
