import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { type CertificateOffer, readCertificateOffer } from "./certificate-offer.server.ts";

/** What is said of buying the certificate of a course by itself. */
export type CertificateBuying = CertificateOffer & {
  slug: string;
  checkout: boolean;
  /** Her own order that waits for its payment. */
  waiting: { number: number; state: OrderState } | null;
};

/** How the actor can buy the certificate of a course; null where the course brings none that is paid for. */
export async function findCertificateBuying(
  { db, actor, clock }: Pick<PersonContext, "db" | "actor" | "clock">,
  { course: slug }: { course: string },
): Promise<CertificateBuying | null> {
  const person = await db.user.findUnique({ where: { id: actor.id }, select: { country: true } });
  const asked = { course: slug, userId: actor.id, country: person?.country ?? null, now: clock.now() };
  const offer = await readCertificateOffer(db, asked);
  if (!offer) return null;
  const waiting = await db.order.findFirst({
    where: { buyerId: actor.id, thing: `certificate:${offer.courseId}`, state: { in: ["open", "pending"] } },
    select: { number: true, state: true },
  });
  return { ...offer, slug, checkout: configuredStripe() !== undefined, waiting };
}
