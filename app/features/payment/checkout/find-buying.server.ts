import type { z } from "zod";
import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { findCoursePrice } from "./offer.server.ts";

const labelsSchema = translatedSchema.nullable().catch(null);

/** What the page of a course that costs something says of buying it. */
export type Buying = {
  /** Minor units. */
  price: { amount: number; currency: string };
  /** Why it is this price, by language, and until when, where it is a special one. */
  labels: z.output<typeof labelsSchema>;
  until: Date | null;
  /** Whether one can pay at Stripe. */
  checkout: boolean;
  /** Her own order that waits for its payment. */
  waiting: { number: number; state: OrderState } | null;
};

/** How a course can be bought, at the price that holds for who asks now; null for one that is free, or not there. */
export async function findBuying(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { course: slug }: { course: string },
): Promise<Buying | null> {
  const course = await db.course.findUnique({
    where: { slug },
    select: { id: true, priceAmount: true, priceCurrency: true },
  });
  if (!course || course.priceAmount === 0) return null;
  const [person, waiting] = actor
    ? await Promise.all([
        db.user.findUnique({ where: { id: actor.id }, select: { country: true } }),
        db.order.findFirst({
          where: { buyerId: actor.id, thing: `course:${course.id}`, state: { in: ["open", "pending"] } },
          select: { number: true, state: true },
        }),
      ])
    : [null, null];
  const now = clock.now();
  const found = await findCoursePrice(db, { course, cohortId: null, country: person?.country ?? null, now });
  const { amount, currency, labels, endsAt: until } = found;
  const checkout = configuredStripe() !== undefined;
  return { price: { amount, currency }, labels: labelsSchema.parse(labels), until, checkout, waiting };
}
