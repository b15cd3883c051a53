import { LRUCache } from "lru-cache";
import type { Db, DbOrTx, Tx } from "#app/platform/db/client.server.ts";
import type { ConsentWay } from "#app/platform/db/generated/enums.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { findPoliciesInForce, type PolicyInForce } from "./demands.server.ts";
import { pickPolicyText } from "./pick-policy-text.ts";
import { policyTextsSchema } from "./policy-schema.ts";

/** The code of the refusal when somebody has not agreed to what must be agreed to. */
export const MUST_AGREE = "mustAgree";

const mustAgree = () => new ExpectedError({ code: MUST_AGREE, messageKey: "policy:errors.mustAgree", status: 422 });

/** Throws `mustAgree` unless each of the versions that are demanded is among those agreed to. */
export function checkAgreed(demanded: readonly { versionId: string }[], agreed: readonly string[]): void {
  if (!demanded.every(({ versionId }) => agreed.includes(versionId))) throw mustAgree();
}

/** Keeps that somebody agreed to these versions; once agreed is agreed. */
export async function keepConsents(
  tx: Tx,
  {
    versionIds,
    ...consent
  }: { userId: string; versionIds: readonly string[]; locale: Locale; way: ConsentWay; at: Date },
): Promise<void> {
  await tx.consent.createMany({
    data: versionIds.map((versionId) => ({ ...consent, versionId })),
    skipDuplicates: true,
  });
}

/** Who is known to have agreed to all that is asked, by person: consents are never taken back, so this stays true. */
const content = new WeakMap<Db, LRUCache<string, string>>();

function contentIn(db: Db): LRUCache<string, string> {
  const known = content.get(db) ?? new LRUCache<string, string>({ max: 50_000 });
  content.set(db, known);
  return known;
}

async function findNeeded(db: Db): Promise<PolicyInForce[]> {
  return (await findPoliciesInForce(db)).filter(({ demanded, needed }) => demanded && needed > 0);
}

async function highestAgreed(db: DbOrTx, userId: string): Promise<Map<string, number>> {
  const consents = await db.consent.findMany({
    where: { userId },
    select: { version: { select: { number: true, policy: { select: { slug: true } } } } },
  });
  const highest = new Map<string, number>();
  for (const { version } of consents) {
    const { slug } = version.policy;
    highest.set(slug, Math.max(version.number, highest.get(slug) ?? 0));
  }
  return highest;
}

/**
 * The policies to which a person must still agree. One query, or none where nothing is asked of anybody, or where it is
 * known that she agreed.
 */
export async function findMissingConsents({ db }: { db: Db }, userId: string): Promise<PolicyInForce[]> {
  const needed = await findNeeded(db);
  if (needed.length === 0) return [];
  const all = needed.map(({ slug, needed: number }) => `${slug}:${number}`).join(" ");
  const known = contentIn(db);
  if (known.get(userId) === all) return [];
  const highest = await highestAgreed(db, userId);
  const missing = needed.filter((policy) => (highest.get(policy.slug) ?? 0) < policy.needed);
  if (missing.length === 0) known.set(userId, all);
  return missing;
}

/** Keeps that the person who asks agrees to all she was asked for. Throws `mustAgree` where something was left out. */
export async function agree(ctx: PersonContext, { versionIds }: { versionIds: readonly string[] }): Promise<void> {
  const missing = await findMissingConsents(ctx, ctx.actor.id);
  checkAgreed(missing, versionIds);
  const asked = missing.map(({ versionId }) => versionId);
  await inTransaction(ctx.db, (tx) =>
    keepConsents(tx, {
      ...{ userId: ctx.actor.id, versionIds: asked, locale: ctx.locale },
      ...{ way: "asked", at: ctx.clock.now() },
    }),
  );
}

export type KeptConsent = { slug: string; number: number; title: string; locale: Locale; at: Date; way: ConsentWay };

/** To what a person agreed, and when; the latest first. */
export async function findConsents(
  { db, locale }: { db: DbOrTx; locale: Locale },
  userId: string,
): Promise<KeptConsent[]> {
  const rows = await db.consent.findMany({
    where: { userId },
    orderBy: { at: "desc" },
    select: {
      at: true,
      way: true,
      version: { select: { number: true, texts: true, policy: { select: { slug: true } } } },
    },
  });
  return rows.map(({ at, way, version: { number, texts, policy } }) => {
    const all = policyTextsSchema.parse(texts);
    const titles = Object.fromEntries(Object.entries(all).map(([code, { title }]) => [code, title]));
    return { slug: policy.slug, number, at, way, ...pickPolicyText(titles, locale) };
  });
}
