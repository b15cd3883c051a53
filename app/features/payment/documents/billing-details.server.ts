import type { z } from "zod";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { billingSchema } from "./billing-schema.ts";

type Details = Omit<z.output<typeof billingSchema>, "intent">;
type Own = Pick<PersonContext, "db" | "actor">;

/** To whom the actor's next invoices are made out; null where to herself. */
export function findBillingDetails({ db, actor }: Own): Promise<Details | null> {
  return db.billingDetails.findUnique({
    where: { userId: actor.id },
    select: { name: true, address: true, taxNumber: true },
  });
}

/** Has the actor's next invoices made out so; those that were issued stay as they are. */
export async function saveBillingDetails({ db, actor }: Own, { name, address, taxNumber }: Details): Promise<void> {
  const data = { name, address, taxNumber };
  await db.billingDetails.upsert({ where: { userId: actor.id }, create: { userId: actor.id, ...data }, update: data });
}

/** Has the actor's next invoices made out to herself. Repeating it is a success. */
export async function clearBillingDetails({ db, actor }: Own): Promise<void> {
  await db.billingDetails.deleteMany({ where: { userId: actor.id } });
}
