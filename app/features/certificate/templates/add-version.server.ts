import type { Person } from "#app/platform/access/actor.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { hashDesign, type TemplateDesign } from "./template-design.ts";

/** Holds a template to the end of the transaction, with the number and hash of its newest version. Throws `notFound`. */
export async function lockTemplate(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "CertificateTemplate" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const template = await tx.certificateTemplate.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      isDefault: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, sha256: true } },
    },
  });
  const newest = template?.versions[0];
  if (!template || !newest) throw notFound();
  return { id, name: template.name, isDefault: template.isDefault, ...newest };
}

export type LockedTemplate = Awaited<ReturnType<typeof lockTemplate>>;

/** Writes a design as the next version of a template that the transaction holds; answers its number. */
export async function addVersion(
  tx: Tx,
  { template, design, actor, now }: { template: LockedTemplate; design: TemplateDesign; actor: Person; now: Date },
): Promise<number> {
  const number = template.number + 1;
  await tx.certificateTemplateVersion.create({
    data: {
      templateId: template.id,
      number,
      design,
      sha256: hashDesign(design),
      createdById: actor.id,
      createdAt: now,
    },
  });
  return number;
}
