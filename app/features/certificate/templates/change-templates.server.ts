import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { lockTemplate } from "./add-version.server.ts";
import { defaultDesign } from "./default-design.ts";
import { loadTemplateVersion } from "./load-template-version.server.ts";
import { hashDesign } from "./template-design.ts";
import { templateRefused } from "./template-errors.ts";

const subject = (subjectId: string) => ({ subjectType: "certificateTemplate", subjectId });

/**
 * Makes a template, as a copy of another one's newest version or, where none is named, as the default one was at first;
 * answers its id. Throws `notFound`, also to whoever is no admin.
 */
export async function addTemplate(
  ctx: PersonContext,
  { copyOf, nameOf }: { copyOf?: string; nameOf: (copied: string | null) => string },
): Promise<string> {
  if (!isAdmin(ctx.actor)) throw notFound();
  return inTransaction(ctx.db, async (tx) => {
    const copied = copyOf === undefined ? null : await lockTemplate(tx, copyOf);
    const { design } = copied
      ? await loadTemplateVersion({ db: tx }, { templateId: copied.id })
      : { design: defaultDesign };
    const name = [...nameOf(copied?.name ?? null)].slice(0, 120).join("");
    const version = { number: 1, design, sha256: hashDesign(design), createdById: ctx.actor.id };
    const now = ctx.clock.now();
    const { id } = await tx.certificateTemplate.create({
      data: { name, createdAt: now, versions: { create: { ...version, createdAt: now } } },
      select: { id: true },
    });
    const after = { name, copyOf: copied?.id ?? null };
    await writePlainEntry(tx, ctx, { action: "certificateTemplate.add", ...subject(id), after });
    return id;
  });
}

/** Makes a template the one that courses and programmes use that name none. Throws `notFound`, as the others. */
export async function makeTemplateDefault(ctx: PersonContext, { templateId }: { templateId: string }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    // Two who choose at once come one after the other: there is never more than one default, nor none.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('default certificate template'))`;
    const template = await lockTemplate(tx, templateId);
    if (template.isDefault) return;
    const before = await tx.certificateTemplate.findFirst({ where: { isDefault: true }, select: { id: true } });
    await tx.certificateTemplate.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
    await tx.certificateTemplate.update({ where: { id: templateId }, data: { isDefault: true } });
    const change = { before: { default: before?.id ?? null }, after: { default: templateId } };
    await writePlainEntry(tx, ctx, { action: "certificateTemplate.makeDefault", ...subject(templateId), ...change });
  });
}

/** Whether a template is the default one, is named by a course or programme, or was issued with. */
async function isInUse(tx: Tx, { id, isDefault }: { id: string; isDefault: boolean }): Promise<boolean> {
  if (isDefault) return true;
  const uses = await Promise.all([
    tx.course.findFirst({ where: { certificateTemplateId: id }, select: { id: true } }),
    tx.programme.findFirst({ where: { certificateTemplateId: id }, select: { id: true } }),
    tx.certificate.findFirst({ where: { templateVersion: { templateId: id } }, select: { id: true } }),
  ]);
  return uses.some((use) => use !== null);
}

/** Deletes a template that nothing uses, with its versions. Throws `templateInUse`, and `notFound`, as the others. */
export async function deleteTemplate(ctx: PersonContext, { templateId }: { templateId: string }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const template = await lockTemplate(tx, templateId);
    if (await isInUse(tx, template)) throw templateRefused("templateInUse");
    await tx.certificateTemplateVersion.deleteMany({ where: { templateId } });
    await tx.certificateTemplate.delete({ where: { id: templateId } });
    const before = { name: template.name, number: template.number, sha256: template.sha256 };
    await writePlainEntry(tx, ctx, { action: "certificateTemplate.delete", ...subject(templateId), before });
  });
}
