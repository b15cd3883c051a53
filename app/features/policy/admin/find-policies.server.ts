import { isDeepStrictEqual } from "node:util";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import { type Locale, locales } from "#app/platform/i18n/locales.ts";
import { pickPolicyText } from "../pick-policy-text.ts";
import { type PolicyTexts, policyTextsSchema } from "../policy-schema.ts";
import { renderPolicy } from "../render-policy.server.ts";
import { onlyAdmins, openPolicy } from "./open-policy.server.ts";
import { suggestedSlugs } from "./suggested.server.ts";

const titlesOf = (texts: PolicyTexts) =>
  Object.fromEntries(Object.entries(texts).map(([locale, { title }]) => [locale, title]));

/** All policies with how they stand, and the addresses of those for which there is a text to begin with. */
export async function findPolicies(ctx: PersonContext) {
  onlyAdmins(ctx);
  const [rows, people] = await Promise.all([
    ctx.db.policy.findMany({
      orderBy: { createdAt: "asc" },
      include: {
        versions: { orderBy: { number: "desc" }, take: 1, include: { _count: { select: { consents: true } } } },
      },
    }),
    ctx.db.user.count(),
  ]);
  const policies = rows.map(({ slug, demanded, draft, withdrawnAt, versions: [present] }) => {
    const texts = policyTextsSchema.parse(draft);
    const published = present && policyTextsSchema.parse(present.texts);
    return {
      ...{ slug, demanded, withdrawn: withdrawnAt !== null },
      ...pickPolicyText(titlesOf(published ?? texts), ctx.locale),
      draftDiffers: !published || !isDeepStrictEqual(texts, published),
      present: present
        ? { number: present.number, publishedAt: present.publishedAt, agreed: present._count.consents }
        : null,
    };
  });
  const suggested = suggestedSlugs.filter((slug) => !rows.some((row) => row.slug === slug));
  return { policies, people, suggested };
}

/** A policy with one language of its draft. Throws `notFound`. */
export async function findPolicyDraft(ctx: PersonContext, { slug, language }: { slug: string; language: Locale }) {
  onlyAdmins(ctx);
  const { draft, draftRevision, demanded, withdrawnAt, versions } = await openPolicy(ctx.db, slug);
  const [present] = versions;
  const said = draft[language] ?? { title: "", text: "" };
  return {
    ...{ slug, demanded, revision: draftRevision, withdrawn: withdrawnAt !== null, language, said },
    name: pickPolicyText(titlesOf(present?.texts ?? draft), ctx.locale),
    html: renderPolicy(said.text),
    written: locales.filter((one) => draft[one]),
    changed: changedLanguages(draft, present?.texts),
    versions: versions.map(({ number, publishedAt, mustAgree, summaries }) => ({
      ...{ number, publishedAt, mustAgree, summaries: translatedSchema.parse(summaries) },
    })),
  };
}

/** The languages in which a draft says something else than what was published, or nothing any more. */
export function changedLanguages(draft: PolicyTexts, published: PolicyTexts | undefined): Locale[] {
  return locales.filter((one) => !isDeepStrictEqual(draft[one], published?.[one]));
}
