import type { Tx } from "#app/platform/db/client.server.ts";
import type { CertificateFor } from "../issuing/certificate-acts-schema.ts";

/** Whether a certificate has to be paid for, and was not. Programmes bring theirs without being paid for it. */
export async function isUnpaid(
  tx: Tx,
  { userId, for: subject }: { userId: string; for: CertificateFor },
): Promise<boolean> {
  if (!("courseId" in subject)) return false;
  const paidFor = { none: { userId, withdrawnAt: null } };
  const unpaid = { id: subject.courseId, certificatePaid: true, certificateRights: paidFor };
  return (await tx.course.count({ where: unpaid })) > 0;
}
