import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { defaultDesign, defaultTemplateName } from "./default-design.ts";
import { hashDesign, type TemplateDesign, templateDesignSchema } from "./template-design.ts";

export type TemplateVersion = {
  id: string;
  templateId: string;
  number: number;
  sha256: string;
  design: TemplateDesign;
};

function findNewest(db: DbOrTx, templateId: string | null) {
  return db.certificateTemplateVersion.findFirst({
    where: templateId === null ? { template: { isDefault: true } } : { templateId },
    orderBy: { number: "desc" },
    select: { id: true, templateId: true, number: true, sha256: true, design: true },
  });
}

/** Makes the default template where there is none. One statement: who comes second waits for the first, and adds none. */
async function addDefault(db: DbOrTx): Promise<void> {
  await db.$executeRaw`
    with added as (
      insert into "CertificateTemplate" ("name", "isDefault") values (${defaultTemplateName}, true)
      on conflict ("isDefault") where "isDefault" do nothing returning "id"
    )
    insert into "CertificateTemplateVersion" ("templateId", "number", "design", "sha256")
    select "id", 1, ${JSON.stringify(defaultDesign)}::jsonb, ${hashDesign(defaultDesign)} from added`;
}

/** A stored design, once it is known to be the one that was hashed. Throws otherwise. */
export function readDesign(stored: { design: unknown; sha256: string }): TemplateDesign {
  const design = templateDesignSchema.parse(stored.design);
  if (hashDesign(design) !== stored.sha256) throw new Error("The design of a template's version was changed");
  return design;
}

/**
 * The newest version of a template; of the default one for `null`, which is made if there is none yet, also when many
 * processes ask at once. Throws for a template that is not there, and for a design that is not the one that was hashed.
 */
export async function loadTemplateVersion(
  { db }: { db: DbOrTx },
  { templateId }: { templateId: string | null },
): Promise<TemplateVersion> {
  let found = await findNewest(db, templateId);
  if (!found && templateId === null) {
    await addDefault(db);
    found = await findNewest(db, null);
  }
  if (!found) throw new Error(`There is no certificate template ${templateId}`);
  return { ...found, design: readDesign(found) };
}
