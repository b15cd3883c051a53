import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { addVersion, type LockedTemplate, lockTemplate } from "./add-version.server.ts";
import { checkDesign, type DesignProblem } from "./check-design.server.ts";
import { hashDesign, type TemplateDesign } from "./template-design.ts";
import type { SaveTemplate } from "./template-schema.ts";

export type SavedTemplate =
  /** Under which number; `newVersion` says whether a version was made. */
  | { result: "saved"; name: string; number: number; newVersion: boolean }
  | { result: "invalid"; problems: DesignProblem[] }
  /** Somebody saved it since it was opened; nothing was changed. */
  | { result: "conflict" };

type Wanted = { opened: SaveTemplate["opened"]; name: string; design: TemplateDesign };

/** Whether what stands was saved by somebody else since, and is not what is being saved. */
function isOvertaken(now: LockedTemplate, { opened, name, design }: Wanted): boolean {
  const designChanged = now.number !== opened.number && now.sha256 !== hashDesign(design);
  const nameChanged = now.name !== opened.name && now.name !== name;
  return designChanged || nameChanged;
}

async function save(tx: Tx, ctx: PersonContext, templateId: string, wanted: Wanted): Promise<SavedTemplate> {
  const template = await lockTemplate(tx, templateId);
  if (isOvertaken(template, wanted)) return { result: "conflict" };
  const { name, design } = wanted;
  const subject = { subjectType: "certificateTemplate", subjectId: templateId };
  if (name !== template.name) {
    await tx.certificateTemplate.update({ where: { id: templateId }, data: { name } });
    const act = { action: "certificateTemplate.rename", before: template.name, after: name };
    await writePlainEntry(tx, ctx, { ...subject, ...act });
  }
  if (template.sha256 === hashDesign(design)) {
    return { result: "saved", name, number: template.number, newVersion: false };
  }
  const number = await addVersion(tx, { template, design, actor: ctx.actor, now: ctx.clock.now() });
  const act = { action: "certificateTemplate.change", before: { number: template.number }, after: { number } };
  await writePlainEntry(tx, ctx, { ...subject, ...act });
  return { result: "saved", name, number, newVersion: true };
}

/**
 * Saves a template as its editor left it. A changed design becomes a new version, and those before stay; a name makes
 * none. Nothing is saved where somebody else saved since it was opened, unless she saved just this. What was issued
 * keeps its version. Throws `notFound` to whoever is no admin.
 */
export async function saveTemplate(
  ctx: PersonContext,
  { templateId, opened, ...given }: { templateId: string } & SaveTemplate,
): Promise<SavedTemplate> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const checked = await checkDesign(ctx.db, given);
  if (!checked.ok) return { result: "invalid", problems: checked.problems };
  return inTransaction(ctx.db, (tx) => save(tx, ctx, templateId, { ...checked, opened }));
}
