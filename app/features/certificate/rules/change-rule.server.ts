import { isAdmin } from "#app/platform/access/actor.ts";
import { writeAuditEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Rule, RuleKind } from "./rule-schema.ts";

const columns = { certificateRule: true, certificateTemplateId: true, certificateMonths: true } as const;

async function lockRule(tx: Tx, { kind, id }: { kind: RuleKind; id: string }): Promise<Rule> {
  if (kind === "courses") await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM "Programme" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const found =
    kind === "courses"
      ? await tx.course.findUnique({ where: { id }, select: columns })
      : await tx.programme.findUnique({ where: { id }, select: columns });
  if (!found) throw notFound();
  return { rule: found.certificateRule, templateId: found.certificateTemplateId, months: found.certificateMonths };
}

async function checkTemplate(tx: Tx, id: string): Promise<void> {
  // Held, so that it is not deleted meanwhile.
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "CertificateTemplate" WHERE "id" = ${id}::uuid FOR KEY SHARE`;
  if (found.length > 0) return;
  throw new ExpectedError({
    code: "templateMissing",
    messageKey: "certificate-template:errors.templateMissing",
    status: 422,
  });
}

/**
 * Sets what finishing a course or programme brings, from now on; what was issued stays. The same again changes nothing.
 * Throws `templateMissing`, and `notFound`, also to whoever is no admin.
 */
export async function changeRule(
  ctx: PersonContext,
  { kind, id, ...wanted }: { kind: RuleKind; id: string } & Rule,
): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const before = await lockRule(tx, { kind, id });
    const { rule, templateId, months } = wanted;
    if (before.rule === rule && before.templateId === templateId && before.months === months) return;
    if (templateId !== null) await checkTemplate(tx, templateId);
    const data = { certificateRule: rule, certificateTemplateId: templateId, certificateMonths: months };
    if (kind === "courses") await tx.course.update({ where: { id }, data });
    else await tx.programme.update({ where: { id }, data });
    const subjectType = kind === "courses" ? "course" : "programme";
    const after = { rule, templateId, months };
    await writeAuditEntry(tx, ctx, { action: "certificateRule.change", subjectType, subjectId: id, before, after });
  });
}
