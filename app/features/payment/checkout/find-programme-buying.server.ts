import { configuredStripe } from "#app/features/payment/stripe/stripe-config.server.ts";
import type { OrderState } from "#app/platform/db/generated/enums.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import type { Deduction } from "./deductions.ts";
import type { AskedPrice } from "./offer.server.ts";
import { readProgrammeOffer } from "./programme-offer.server.ts";

/** What the page of a programme that is sold as a whole says of buying it. Amounts in minor units of its currency. */
export type ProgrammeBuying = {
  slug: string;
  /** Of the whole. */
  price: AskedPrice;
  deductions: Deduction[];
  /** What is left to pay. */
  amount: number;
  /** How many of its courses she would get. */
  missing: number;
  checkout: boolean;
  /** Her own order that waits for its payment. */
  waiting: { number: number; state: OrderState } | null;
};

/**
 * How a programme can be bought as a whole, at the price that holds for who asks now, with what she has taken off. Null
 * for one that is not sold so, or not there.
 */
export async function findProgrammeBuying(
  { db, actor, clock }: Pick<UseCaseContext, "db" | "actor" | "clock">,
  { programme: slug }: { programme: string },
): Promise<ProgrammeBuying | null> {
  const person = actor ? await db.user.findUnique({ where: { id: actor.id }, select: { country: true } }) : null;
  const asked = { slug, userId: actor?.id ?? null, country: person?.country ?? null, now: clock.now() };
  const offer = await readProgrammeOffer(db, asked);
  if (!offer?.whole) return null;
  const waiting = actor
    ? await db.order.findFirst({
        where: { buyerId: actor.id, thing: `programme:${offer.id}`, state: { in: ["open", "pending"] } },
        select: { number: true, state: true },
      })
    : null;
  if (!offer.forSale && !waiting) return null;
  return {
    ...{ slug, price: offer.whole, waiting },
    ...{ deductions: offer.deductions, amount: offer.amount, missing: offer.missing.length },
    checkout: configuredStripe() !== undefined,
  };
}
