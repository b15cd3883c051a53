import type { Person } from "#app/platform/access/actor.ts";

type Coordinator = Pick<Person, "id" | "email" | "emailVerified">;

/**
 * Which groups somebody coordinates, as a condition on `AccessGroup`: those given to her, and those given to her address
 * before she had an account, once she has proven that it is hers.
 */
export function coordinatedBy({ id, email, emailVerified }: Coordinator) {
  const own = { coordinatorId: id };
  return emailVerified ? { OR: [own, { coordinatorEmail: email }] } : own;
}
