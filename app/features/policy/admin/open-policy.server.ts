import { isAdmin } from "#app/platform/access/actor.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { policyTextsSchema } from "../policy-schema.ts";

/** Throws `notFound` to whoever is no admin. */
export function onlyAdmins({ actor }: Pick<PersonContext, "actor">): void {
  if (!isAdmin(actor)) throw notFound();
}

/** A policy as admins work on it. Throws `notFound`. */
export async function openPolicy(db: DbOrTx, slug: string) {
  const policy = await db.policy.findUnique({
    where: { slug },
    include: { versions: { orderBy: { number: "desc" }, omit: { policyId: true } } },
  });
  if (!policy) throw notFound();
  return {
    ...policy,
    draft: policyTextsSchema.parse(policy.draft),
    versions: policy.versions.map((version) => ({ ...version, texts: policyTextsSchema.parse(version.texts) })),
  };
}
