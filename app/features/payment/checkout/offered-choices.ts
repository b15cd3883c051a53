import type { EnrolmentOffer } from "#app/features/enrolment/find-enrolment-offer.server.ts";
import type { Money } from "#app/features/payment/money/choose-price.ts";
import type { PlacePrices } from "./find-buying.server.ts";

/** What the form of buying calls learning at one's own pace. */
export const OWN_PACE = "own-pace";

export type Choice<Price extends Money = PlacePrices["usual"]> = { value: string; price: Price };

/** When a course may be learned, each with what that costs: as `CohortChoice` shows it, in the same order. */
export function offeredChoices(
  { usual, cohorts }: PlacePrices,
  offer: Pick<EnrolmentOffer, "selfPaced"> & { cohorts: readonly { id: string }[] },
): Choice[] {
  const dated = offer.cohorts.map(({ id }) => ({ value: id, price: cohorts[id] ?? usual }));
  const ownPace = { value: OWN_PACE, price: usual };
  return offer.selfPaced || dated.length === 0 ? [ownPace, ...dated] : dated;
}

const isSame = (one: Choice["price"], other: Choice["price"]) =>
  one.amount === other.amount &&
  one.currency === other.currency &&
  one.endsAt?.getTime() === other.endsAt?.getTime() &&
  JSON.stringify(one.labels) === JSON.stringify(other.labels);

/** The price of all choices, or undefined where it depends on which is made. */
export function singlePrice(choices: readonly Choice[]): Choice["price"] | undefined {
  const [first, ...rest] = choices;
  return first && rest.every(({ price }) => isSame(price, first.price)) ? first.price : undefined;
}

/** The least that is asked, where that can be said: amounts of several currencies have no least. */
export function lowestPrice(choices: readonly Choice[]): Choice["price"] | undefined {
  const [first, ...rest] = choices.toSorted((a, b) => a.price.amount - b.price.amount);
  return first && rest.every(({ price }) => price.currency === first.price.currency) ? first.price : undefined;
}

/** The prices that a page shows, as its form sends them back: a price that changes meanwhile is told before it is asked. */
export function writeShown(choices: readonly Choice<Money>[]): string {
  return choices.map(({ value, price }) => `${value}:${price.amount}:${price.currency}`).join(" ");
}

/** What `writeShown` said of one choice; undefined where it said nothing of it. */
export function readShown(shown: string, choice: string): Money | undefined {
  const part = shown.split(" ").find((one) => one.startsWith(`${choice}:`));
  const [, amount, currency] = /:(\d{1,10}):([A-Z]{3})$/.exec(part ?? "") ?? [];
  return amount && currency ? { amount: Number(amount), currency } : undefined;
}
