import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { takeAsHeard } from "#app/platform/db/listen.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { policyRefused } from "../policy-errors.ts";
import type { PolicyTexts, Publishing } from "../policy-schema.ts";
import { changedLanguages } from "./find-policies.server.ts";
import { onlyAdmins, openPolicy } from "./open-policy.server.ts";
import { suggestedTexts } from "./suggested.server.ts";

const note = (tx: Tx, ctx: PersonContext, act: { action: string; slug: string; before?: object; after?: object }) =>
  writePlainEntry(tx, ctx, {
    ...{ action: act.action, subjectType: "policy", subjectId: act.slug },
    ...{ before: act.before, after: act.after },
  });

async function insert(ctx: PersonContext, { slug, draft }: { slug: string; draft: PolicyTexts }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.policy.createMany({ data: [{ slug, draft }], skipDuplicates: true });
    if (count === 0) throw policyRefused("slugTaken");
    await note(tx, ctx, { action: "policy.create", slug });
  });
}

/** Makes a policy of the academy's own, with nothing but a title. Throws `slugTaken`. */
export async function createPolicy(ctx: PersonContext, { slug, title }: { slug: string; title: string }) {
  onlyAdmins(ctx);
  await insert(ctx, { slug, draft: { [ctx.locale]: { title, text: "" } } });
}

/** Makes a policy whose draft is the text that we suggest. Throws `notFound` where there is none, `slugTaken`. */
export async function takeSuggestedPolicy(ctx: PersonContext, { slug }: { slug: string }) {
  onlyAdmins(ctx);
  await insert(ctx, { slug, draft: suggestedTexts(slug) });
}

/** Takes the one place of the draft that somebody read, so that nobody writes over what another wrote meanwhile. */
async function takeDraft(tx: Tx, { slug, revision, draft }: { slug: string; revision: number; draft: PolicyTexts }) {
  const { count } = await tx.policy.updateMany({
    where: { slug, draftRevision: revision },
    data: { draft, draftRevision: { increment: 1 } },
  });
  if (count === 0) throw policyRefused("changedMeanwhile");
}

/** Saves one language of a draft; without title and text the language is taken out. Throws `changedMeanwhile`. */
export async function savePolicyDraft(
  ctx: PersonContext,
  input: { slug: string; language: Locale; revision: number; title: string; text: string },
): Promise<void> {
  onlyAdmins(ctx);
  const { slug, language, revision, title, text } = input;
  await inTransaction(ctx.db, async (tx) => {
    const { [language]: before, ...others } = (await openPolicy(tx, slug)).draft;
    const after = title || text.trim() ? { title, text } : undefined;
    await takeDraft(tx, { slug, revision, draft: after ? { ...others, [language]: after } : others });
    const sizes = {
      before: before && { language, length: before.text.length },
      after: { language, length: text.length },
    };
    await note(tx, ctx, { action: "policy.draft", slug, ...sizes });
  });
}

/**
 * Publishes the draft as the next version, from now on. Throws `changedMeanwhile` where the draft is not the one that
 * was read, `nothingToPublish` where a language lacks its title or text or there is none, `sameAsBefore`, and
 * `summaryMissing` where what changed is not said.
 */
export async function publishPolicy(
  ctx: PersonContext,
  { slug, revision, mustAgree, summaries }: Publishing & { slug: string },
): Promise<number> {
  onlyAdmins(ctx);
  const published = await inTransaction(ctx.db, async (tx) => {
    const policy = await openPolicy(tx, slug);
    const [present] = policy.versions;
    const texts = Object.values(policy.draft);
    if (texts.length === 0 || texts.some(({ title, text }) => !title || !text.trim()))
      throw policyRefused("nothingToPublish");
    if (changedLanguages(policy.draft, present?.texts).length === 0) throw policyRefused("sameAsBefore");
    if (present && Object.keys(summaries).length === 0) throw policyRefused("summaryMissing");
    await takeDraft(tx, { slug, revision, draft: policy.draft });
    const number = (present?.number ?? 0) + 1;
    const publishedAt = ctx.clock.now();
    await tx.policyVersion.create({
      data: { policyId: policy.id, number, texts: policy.draft, summaries, mustAgree, publishedAt },
    });
    await note(tx, ctx, { action: "policy.publish", slug, after: { number, mustAgree, summaries } });
    return number;
  });
  takeAsHeard("academy_changed", "Policy");
  return published;
}

/** Says whether people must agree to a policy, or that it holds no more. */
export async function changePolicy(
  ctx: PersonContext,
  { slug, demanded, withdrawn }: { slug: string; demanded: boolean; withdrawn: boolean },
): Promise<void> {
  onlyAdmins(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const policy = await openPolicy(tx, slug);
    const before = { demanded: policy.demanded, withdrawn: policy.withdrawnAt !== null };
    if (before.demanded === demanded && before.withdrawn === withdrawn) return;
    const withdrawnAt = withdrawn ? (policy.withdrawnAt ?? ctx.clock.now()) : null;
    await tx.policy.update({ where: { slug }, data: { demanded, withdrawnAt } });
    await note(tx, ctx, { action: "policy.change", slug, before, after: { demanded, withdrawn } });
  });
  takeAsHeard("academy_changed", "Policy");
}

/** Removes a policy that was never published. Throws `published`. */
export async function removePolicy(ctx: PersonContext, { slug }: { slug: string }): Promise<void> {
  onlyAdmins(ctx);
  await inTransaction(ctx.db, async (tx) => {
    const { versions } = await openPolicy(tx, slug);
    if (versions.length > 0) throw policyRefused("published");
    await tx.policy.delete({ where: { slug } });
    await note(tx, ctx, { action: "policy.remove", slug });
  });
}
