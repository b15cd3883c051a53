import { issueByHand } from "#app/features/certificate/issuing/issue-by-hand.server.ts";
import { revokeCertificate } from "#app/features/certificate/issuing/revoke-certificate.server.ts";
import type { Person } from "#app/platform/access/actor.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { log } from "#app/platform/log/log.server.ts";

/** She read the course with others at the academy, and not here. */
const READ_ON_SITE = "حضرت قراءة الدورة في حلقتها بمقرّ الأكاديمية، واجتازت المناقشة الشفوية في ختامها.";
const TAKEN_FOR_ANOTHER = "حضرت حلقة قراءة السجلّات بمقرّ الأكاديمية.";

/** The register of that circle was looked through again. */
const NOT_ALL_SITTINGS = "تبيّن عند مراجعة دفتر الحضور أنها حضرت أربعة مجالس من عشرة، وأن الشهادة صدرت سهوًا.";

/**
 * Gives the sample student a certificate that holds and one that was revoked, so that a newcomer sees both pages. The
 * sample admin issues them by hand; as with any other, a job signs them and makes their PDFs.
 */
export async function issueSampleCertificates(
  { db }: { db: Db },
  { student, admin }: { student: Person; admin: Person },
): Promise<void> {
  const ctx = { db, actor: admin, clock: systemClock, locale: "ar" as const, log, requestId: "sample" };
  const issue = async (slug: string, reason: string) => {
    const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug }, select: { id: true } });
    return issueByHand(ctx, { learner: student.id, for: { courseId }, reason });
  };
  await issue("jerusalem-through-the-ages", READ_ON_SITE);
  const { serial } = await issue("sources-and-documents", TAKEN_FOR_ANOTHER);
  await revokeCertificate(ctx, { serial, reason: NOT_ALL_SITTINGS });
}
