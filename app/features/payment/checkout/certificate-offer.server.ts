import { canGainCertificateRight } from "#app/features/certificate/rights/certificate-right.server.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";
import { type AskedPrice, findCertificatePrice } from "./offer.server.ts";

/** What keeps somebody from buying a course's certificate, or how far she is with the course. */
export type CertificateStand =
  /** She has it, or the right to it. */
  | "has"
  | "notEnrolled"
  /** No price holds for her now, or hers was taken back for another reason than money. */
  | "notSold"
  /** She can buy it, and has still to finish. */
  | "ahead"
  /** She can buy it, and is given it at once. */
  | "finished";

export type CertificateOffer = {
  courseId: string;
  titles: Translated;
  price: AskedPrice | null;
  stand: CertificateStand;
};

const columnsFor = (userId: string) => ({
  ...{ id: true, state: true, certificateRule: true, certificatePaid: true },
  texts: { select: { locale: true, title: true } },
  enrolments: { where: { userId }, select: { state: true, completedAt: true } },
});

/**
 * What the certificate of a course costs somebody by itself, and whether she can buy it now; undefined where the course
 * brings none that is paid for.
 */
export async function readCertificateOffer(
  db: DbOrTx,
  { course: slug, userId, country, now }: { course: string; userId: string; country: string | null; now: Date },
): Promise<CertificateOffer | undefined> {
  const course = await db.course.findUnique({ where: { slug }, select: columnsFor(userId) });
  if (!course?.certificatePaid || course.certificateRule === "none" || course.state === "draft") return undefined;
  const price = (await findCertificatePrice(db, { courseId: course.id, country, now })) ?? null;
  const titles = translatedSchema.parse(Object.fromEntries(course.texts.map(({ locale, title }) => [locale, title])));
  const [enrolment] = course.enrolments;
  const gain = await canGainCertificateRight(db, { userId, courseId: course.id });
  const finished = enrolment?.completedAt != null;
  const learns = finished || enrolment?.state === "active";
  const stand = (): CertificateStand => {
    if (gain === "has") return "has";
    if (!learns) return "notEnrolled";
    if (gain === "revoked" || !price) return "notSold";
    return finished ? "finished" : "ahead";
  };
  return { courseId: course.id, titles, price, stand: stand() };
}
