import { z } from "zod";
import { isAdmin } from "#app/platform/access/actor.ts";
import { queryRows } from "#app/platform/db/client.server.ts";
import { Prisma } from "#app/platform/db/generated/client.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { loadTemplateVersion } from "./load-template-version.server.ts";

/** More than an academy has; the list is one page. */
const MOST = 200;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  number: z.number(),
  changedAt: z.date().transform((time) => time.toISOString()),
  /** Who saved it last; null where that was nobody, or the account is gone. */
  changedBy: z.string().nullable(),
  /** Those that name it and, of the default one, those that name none. */
  courses: z.number(),
  programmes: z.number(),
  /** Certificates issued with any of its versions. */
  issued: z.number(),
});

export type TemplateInList = z.output<typeof rowSchema>;

const uses = (table: Prisma.Sql) => Prisma.sql`
  (SELECT count(*)::int FROM ${table} x
    WHERE x."certificateTemplateId" = t."id" OR (t."isDefault" AND x."certificateTemplateId" IS NULL))`;

/**
 * All templates, the default one first, then by name. The default one is made if there is none. Throws `notFound` to
 * whoever is no admin.
 */
export async function findTemplates({ db, actor }: Pick<PersonContext, "db" | "actor">): Promise<TemplateInList[]> {
  if (!isAdmin(actor)) throw notFound();
  await loadTemplateVersion({ db }, { templateId: null });
  const rows = await queryRows(
    db,
    Prisma.sql`
    SELECT t."id"::text, t."name", t."isDefault", v."number", v."createdAt" AS "changedAt", u."name" AS "changedBy",
      ${uses(Prisma.sql`"Course"`)} AS "courses", ${uses(Prisma.sql`"Programme"`)} AS "programmes",
      (SELECT count(*)::int FROM "Certificate" c JOIN "CertificateTemplateVersion" w ON w."id" = c."templateVersionId"
        WHERE w."templateId" = t."id") AS "issued"
    FROM "CertificateTemplate" t
    JOIN LATERAL (SELECT * FROM "CertificateTemplateVersion" w WHERE w."templateId" = t."id"
      ORDER BY w."number" DESC LIMIT 1) v ON true
    LEFT JOIN "User" u ON u."id" = v."createdById"
    ORDER BY t."isDefault" DESC, t."name" COLLATE "und-x-icu", t."id" LIMIT ${MOST}`,
  );
  return z.array(rowSchema).parse(rows);
}
