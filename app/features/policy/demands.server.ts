import type { Db } from "#app/platform/db/client.server.ts";
import { rememberUntilChange } from "#app/platform/db/remember.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { log } from "#app/platform/log/log.server.ts";
import { pickPolicyText } from "./pick-policy-text.ts";
import { policyTextsSchema } from "./policy-schema.ts";

/** A policy that holds now, and what is asked of people about it. */
export type PolicyInForce = {
  slug: string;
  demanded: boolean;
  /** The version that holds. */
  versionId: string;
  number: number;
  titles: Partial<Record<Locale, string>>;
  /** What changed with the version that holds, as its publisher says it. */
  summaries: Translated;
  /** Those who agreed to a version before this one must agree to the present one; 0 where nobody must. */
  needed: number;
};

const REMEMBERED_MS = 30_000;
const remembered = rememberUntilChange<PolicyInForce[]>({ max: 1, milliseconds: REMEMBERED_MS });

async function readPoliciesInForce(db: Db): Promise<PolicyInForce[]> {
  const policies = await db.policy.findMany({
    where: { withdrawnAt: null, versions: { some: {} } },
    orderBy: { createdAt: "asc" },
    select: {
      slug: true,
      demanded: true,
      versions: { orderBy: { number: "desc" }, select: { id: true, number: true, mustAgree: true } },
    },
  });
  const ids = policies.flatMap(({ versions: [current] }) => (current ? [current.id] : []));
  const said = { id: true, texts: true, summaries: true } as const;
  const current = await db.policyVersion.findMany({ where: { id: { in: ids } }, select: said });
  const saidIn = (id: string) => {
    const version = current.find((one) => one.id === id);
    const texts = policyTextsSchema.parse(version?.texts ?? {});
    const titles = Object.fromEntries(Object.entries(texts).map(([locale, { title }]) => [locale, title]));
    return { titles, summaries: translatedSchema.parse(version?.summaries ?? {}) };
  };
  return policies.flatMap(({ slug, demanded, versions }) => {
    const [present] = versions;
    if (!present) return [];
    const needed = versions.find(({ mustAgree }) => mustAgree)?.number ?? 0;
    return [{ slug, demanded, versionId: present.id, number: present.number, needed, ...saidIn(present.id) }];
  });
}

/** The policies that hold now, in the order in which they were made. Two queries, or none while they are remembered. */
export async function findPoliciesInForce(db: Db): Promise<PolicyInForce[]> {
  const memory = remembered(db);
  const known = memory.get("all");
  if (known) return known;
  const policies = await readPoliciesInForce(db);
  memory.set("all", policies);
  return policies;
}

export type PolicyLink = { slug: string; title: string; locale: Locale };

const linkTo = ({ slug, titles }: PolicyInForce, wanted: Locale): PolicyLink => {
  const { title, locale } = pickPolicyText(titles, wanted);
  return { slug, title: title || slug, locale };
};

const lastLinked = new WeakMap<Db, PolicyInForce[]>();

/** The policies as every page's foot names them; as they were when the database is away. */
export async function findPolicyLinks({ db, locale }: { db: Db; locale: Locale }): Promise<PolicyLink[]> {
  const policies = await findPoliciesInForce(db).catch((error: unknown) => {
    log.warn({ err: error }, "The policies could not be read; pages name those that were known");
    return lastLinked.get(db) ?? [];
  });
  lastLinked.set(db, policies);
  return policies.map((policy) => linkTo(policy, locale));
}

export type Demand = PolicyLink & {
  versionId: string;
  /** What changed, for who agreed to it before. */
  summary?: { text: string; locale: Locale };
};

/** A policy as it is put before somebody who is to agree to it for the first time. */
const toDemand = (policy: PolicyInForce, locale: Locale): Demand => ({
  ...linkTo(policy, locale),
  versionId: policy.versionId,
});

/** A policy as it is put before somebody who had an account when it was published, with what changed in it. */
export function toRenewedDemand(policy: PolicyInForce, locale: Locale): Demand {
  const summary = pickTranslated(policy.summaries, locale);
  return { ...toDemand(policy, locale), ...(summary.text ? { summary } : {}) };
}

/** To what somebody must agree who signs up. */
export async function findSignUpDemands({ db, locale }: { db: Db; locale: Locale }): Promise<Demand[]> {
  const policies = await findPoliciesInForce(db);
  return policies.filter(({ demanded }) => demanded).map((policy) => toDemand(policy, locale));
}
