import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addVersion, lockTemplate } from "./add-version.server.ts";
import { readDesign } from "./load-template-version.server.ts";

/**
 * Makes an older version of a template the newest again, as a version of its own; answers its number. Where the newest
 * says the same already, it stays. Throws `notFound`, also to whoever is no admin.
 */
export async function restoreTemplateVersion(
  ctx: PersonContext,
  { templateId, number: old }: { templateId: string; number: number },
): Promise<number> {
  if (!isAdmin(ctx.actor)) throw notFound();
  return inTransaction(ctx.db, async (tx) => {
    const template = await lockTemplate(tx, templateId);
    const version = await tx.certificateTemplateVersion.findUnique({
      where: { templateId_number: { templateId, number: old } },
      select: { design: true, sha256: true },
    });
    if (!version) throw notFound();
    if (version.sha256 === template.sha256) return template.number;
    const design = readDesign(version);
    const number = await addVersion(tx, { template, design, actor: ctx.actor, now: ctx.clock.now() });
    await writePlainEntry(tx, ctx, {
      action: "certificateTemplate.restore",
      subjectType: "certificateTemplate",
      subjectId: templateId,
      before: { number: template.number },
      after: { number, from: old },
    });
    return number;
  });
}
