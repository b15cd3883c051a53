import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Rule, RuleKind } from "./rule-schema.ts";

const columns = { certificateRule: true, certificateTemplateId: true, certificateMonths: true } as const;

/** Programmes bring their certificate without being paid for it. */
const withoutPayment = <Found extends object>(found: Found | null) => found && { ...found, certificatePaid: false };

async function lockRule(tx: Tx, { kind, id }: { kind: RuleKind; id: string }): Promise<Rule> {
  if (kind === "courses") await tx.$queryRaw`SELECT 1 FROM "Course" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM "Programme" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const course = { select: { ...columns, certificatePaid: true }, where: { id } };
  const found =
    kind === "courses"
      ? await tx.course.findUnique(course)
      : await tx.programme.findUnique({ where: { id }, select: columns }).then(withoutPayment);
  if (!found) throw notFound();
  const { certificateRule: rule, certificateTemplateId: templateId, certificateMonths: months } = found;
  return { rule, templateId, months, paid: found.certificatePaid };
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

const isSame = (one: Rule, other: Rule) =>
  one.rule === other.rule &&
  one.templateId === other.templateId &&
  one.months === other.months &&
  one.paid === other.paid;

/**
 * Sets what finishing a course or programme brings, from now on; what was issued stays. The same again changes nothing,
 * and so does `paid` where it is not said.
 * Throws `templateMissing`, and `notFound`, also to whoever is no admin.
 */
export async function changeRule(
  ctx: PersonContext,
  { kind, id, ...wanted }: { kind: RuleKind; id: string } & Omit<Rule, "paid"> & Partial<Rule>,
): Promise<void> {
  if (!isAdmin(ctx.actor)) throw notFound();
  await inTransaction(ctx.db, async (tx) => {
    const before = await lockRule(tx, { kind, id });
    const { rule, templateId, months } = wanted;
    const paid = kind === "courses" && (wanted.paid ?? before.paid);
    const after = { rule, templateId, months, paid };
    if (isSame(before, after)) return;
    if (templateId !== null) await checkTemplate(tx, templateId);
    const data = { certificateRule: rule, certificateTemplateId: templateId, certificateMonths: months };
    if (kind === "courses") await tx.course.update({ where: { id }, data: { ...data, certificatePaid: paid } });
    else await tx.programme.update({ where: { id }, data });
    const subjectType = kind === "courses" ? "course" : "programme";
    await writePlainEntry(tx, ctx, { action: "certificateRule.change", subjectType, subjectId: id, before, after });
  });
}
